// The thread in which sent tables are read, each looked at for people first, so that no other message tells of them.
import { parentPort } from 'node:worker_threads';
import { assert } from '#kernel';
import { refusePersonalText } from '../personal-data/refuse-personal-text.ts';
import { readSentTable } from './sent-table.ts';

assert(parentPort !== null, 'this file runs as a thread');
const port = parentPort;
port.on('message', (file: { readonly name: string; readonly text: string }) => {
  const refused = refusePersonalText({ ...file, plainColumns: [] });
  port.postMessage(refused.ok ? readSentTable(file) : refused);
});
