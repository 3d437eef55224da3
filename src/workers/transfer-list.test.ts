// What is handed over between threads: every buffer, and each once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buffersOf } from './transfer-list.ts';

test('buffers are found however deep they lie, and each is listed once', () => {
  const shared = new Float64Array(8);
  const message = {
    a: [shared.subarray(0, 4), { b: shared.subarray(4) }],
    c: new Map([['d', new Int32Array(2)]]),
    e: null,
    f: 'text',
  };
  assert.equal(buffersOf(message).length, 2);
  assert.equal(buffersOf(message)[0], shared.buffer);
});
