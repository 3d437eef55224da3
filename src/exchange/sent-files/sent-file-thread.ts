// The thread in which sent files are read; tables are looked at for people first, so that no other message tells of them.
import { parentPort } from 'node:worker_threads';
import { assert } from '#kernel';
import type { EvidenceReader, TableReader } from '#service';
import { readTurnoverEvidence } from '../nhs-turnover/turnover-evidence.ts';
import { refusePersonalText } from '../personal-data/refuse-personal-text.ts';
import { readSentTable } from './sent-table.ts';

/** What the thread is sent: a table of any columns, or an official file, whose layout holds counts alone. */
export type SentFile =
  | { readonly kind: 'table'; readonly file: Parameters<TableReader>[0] }
  | { readonly kind: 'evidence'; readonly file: Parameters<EvidenceReader>[0] };

assert(parentPort !== null, 'this file runs as a thread');
const port = parentPort;
port.on('message', (sent: SentFile) => port.postMessage(read(sent)));

function read(sent: SentFile) {
  switch (sent.kind) {
    case 'table': {
      const refused = refusePersonalText({ ...sent.file, plainColumns: [] });
      return refused.ok ? readSentTable(sent.file) : refused;
    }
    case 'evidence':
      return readTurnoverEvidence(sent.file);
  }
}
