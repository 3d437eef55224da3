// Reads tables and official files that people send, in a thread beside the pages that may hold only so much, and work only so long.
import { LIMITS, type Result } from '#kernel';
import type { EvidenceReader, TableReader } from '#service';
import { createBoundedThread } from './bounded-thread.ts';
import { refuseAtSight, refused } from './refuse-at-sight.ts';
import type { SentFile } from './sent-file-thread.ts';

export type SentFileTerms = {
  readonly seconds: number;
  readonly megabytes: number;
};

/** Several times what the largest table takes. */
export const USUAL_TERMS: SentFileTerms = {
  seconds: LIMITS.sentTableSeconds,
  megabytes: LIMITS.sentTableMegabytes,
};

export type SentFileReaders = { readonly readTable: TableReader; readonly readEvidence: EvidenceReader };

/** One thread reads file after file; where one takes too much of it, it is ended, and the next file has a new one. */
export function createSentFileReaders({ seconds, megabytes }: SentFileTerms): SentFileReaders {
  const thread = createBoundedThread({
    file: new URL('./sent-file-thread.ts', import.meta.url),
    seconds,
    megabytes,
    waitingMax: LIMITS.sentTablesWaiting,
    afterwards: 'stays',
  });
  const read = <T>(sent: SentFile): Promise<Result<T>> =>
    thread.ask(sent, (code, why) => refused(sent.file.name, code, why));
  return {
    readTable: async (file) => {
      const looked = refuseAtSight(file);
      return looked.ok ? read({ kind: 'table', file }) : looked;
    },
    readEvidence: async (file) => {
      const looked = refuseAtSight({ name: file.name, text: new TextDecoder().decode(file.bytes) });
      return looked.ok ? read({ kind: 'evidence', file }) : looked;
    },
  };
}
