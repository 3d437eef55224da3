// Tests of the hash against the standard and the platform.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sha256Hex } from './sha256.ts';

test('the hash of a text is that of its UTF-8 bytes and agrees with the platform', () => {
  assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const text of ['', 'é', '🙂'.repeat(1000)]) {
    const expected = createHash('sha256').update(text).digest('hex');
    assert.equal(sha256Hex(text), expected);
    assert.equal(sha256Hex(new TextEncoder().encode(text)), expected);
  }
});
