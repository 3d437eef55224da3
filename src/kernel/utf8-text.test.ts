// Tests of reading bytes as text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readUtf8 } from '#kernel';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('any text without a NUL comes back as it was, with line feeds and without a byte-order mark', () => {
  const text = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll(/[\0\r\uFEFF]/g, ''));
  fc.assert(
    fc.property(text, (written) => {
      assert.deepEqual(readUtf8(bytesOf(written)), { kind: 'text', text: written });
    }),
  );
  assert.deepEqual(readUtf8(bytesOf('\uFEFFone\r\ntwo')), { kind: 'text', text: 'one\ntwo' });
});

test('a NUL byte is found where it stands, and a line that is not UTF-8 by its beginning', () => {
  assert.deepEqual(readUtf8(bytesOf('one\ntw\0o')), { kind: 'nul', position: { line: 2, column: 3 } });
  const latin = Uint8Array.of(...bytesOf('one\ntwo\nc'), 0xe9, 0x0a);
  assert.deepEqual(readUtf8(latin), { kind: 'not-utf8', position: { line: 3, column: 1 } });
});
