// The thread in which a pack is read whole and checked: its texts come in, the pack or all its problems go back.
import { parentPort } from 'node:worker_threads';
import { assert } from '#kernel';
import { readPackOfCounts } from './readers-of-counts.ts';

assert(parentPort !== null, 'this file runs as a thread');
const port = parentPort;
port.on('message', (texts: ReadonlyMap<string, string>) => port.postMessage(readPackOfCounts(texts)));
