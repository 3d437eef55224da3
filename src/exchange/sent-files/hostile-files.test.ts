// Files that are sent to do harm are refused before they are taken apart, and what slips past is stopped by its thread.
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { readUtf8, type Result } from '#kernel';
import type { SentTable } from '#service';
import { bytesOf, sampleLines } from '../nhs-turnover/sample-file.test-support.ts';
import { createSentFileReaders, USUAL_TERMS } from './sent-file-readers.ts';

const MEGABYTE = 1_000_000;
const { readTable: read, readEvidence } = createSentFileReaders(USUAL_TERMS);

/** One entry of an archive, without the directory that a bomb can do without. */
function zipEntry(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

const flat = zipEntry('sheet.csv', Buffer.alloc(200 * MEGABYTE));
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('\n');

/** Each with the words by which it is refused. */
const FILES: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['a flat archive of 200 MB of zeros', flat, /not plain text|archive/],
  ['an archive in an archive', zipEntry('inner.zip', zipEntry('deeper.zip', flat)), /not plain text|archive/],
  ['an archive that holds its own beginning', Buffer.concat([flat.subarray(0, 64), flat.subarray(0, 64)]), /not plain/],
  [
    'an archive of ten thousand entries',
    Buffer.concat(Array.from({ length: 10_000 }, (_, at) => zipEntry(`${at}`, Buffer.from('a,b')))),
    /not plain text|archive/,
  ],
  ['a stream of gzip', gzipSync(Buffer.alloc(200 * MEGABYTE)), /not plain text|archive/],
  [
    'a billion laughs',
    Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY l0 "ha">\n${laughs}]>\n<l>&l9;</l>`),
    /XML/,
  ],
  ['a million columns', Buffer.from(`${'a,'.repeat(MEGABYTE)}a\n1,2\n`), /columns; 500 is the most/],
  ['a line of four million characters', Buffer.from(`a,b\n1,${'x'.repeat(4 * MEGABYTE)}\n`), /a line has/],
  ['a quote that is never closed', Buffer.from(`a,b\n1,"${'x\n'.repeat(20_000)}`), /quote/],
  ['four million cells', Buffer.from(`a,b\n${'1,2\n'.repeat(MEGABYTE)}`), /cells; 1500000 is the most/],
  ['twenty million characters', Buffer.from('a,b\n'.repeat(5 * MEGABYTE)), /characters; 5000000 is the most/],
  ['a NUL in the midst of a table', Buffer.from('a,b\n1,\0\n'), /not plain text/],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), /PDF/],
  ['text in another encoding', Buffer.from('a,b\n1,é\n', 'utf16le'), /not plain text/],
];

/** As a page takes a file: bytes to text, then the reader. */
async function receive(bytes: Uint8Array): Promise<Result<SentTable>> {
  const text = readUtf8(bytes);
  if (text.kind === 'text') return read({ name: 'sent.csv', text: text.text });
  return { ok: false, problems: [{ code: 'syntax', message: 'It is not plain text.', path: 'sent.csv', hint: '' }] };
}

describe('a hostile file', () => {
  for (const [what, bytes, words] of FILES) {
    test(`is refused, and held in no more memory than its own bound: ${what}`, async () => {
      const before = process.memoryUsage.rss();
      const answer = await receive(bytes);
      assert.ok(!answer.ok, 'was read');
      assert.match(answer.problems[0]?.message ?? '', words);
      // Text of two bytes a character, and its copy; nothing of it is multiplied.
      assert.ok(process.memoryUsage.rss() - before < 64 * MEGABYTE + 3 * bytes.length, 'memory grew beyond bounds');
    });
  }

  test('that takes longer or more than it may is stopped, and the next is read all the same', async () => {
    const large = { name: 'large.csv', text: `a,b\n${'1,2\n'.repeat(300_000)}` };
    const { readTable: hasty } = createSentFileReaders({ ...USUAL_TERMS, seconds: 0.01 });
    // The second waits for the first, and has a thread of its own: it fails for its own time and not for the first one's.
    for (const late of await Promise.all([hasty(large), hasty(large)])) {
      assert.match(late.ok ? '' : (late.problems[0]?.message ?? ''), /more than 0.01 seconds/);
    }
    const { readTable: narrow } = createSentFileReaders({ ...USUAL_TERMS, megabytes: 16 });
    const stopped = await narrow(large);
    assert.match(stopped.ok ? '' : (stopped.problems[0]?.message ?? ''), /more than 16 MB/);
    assert.ok((await narrow({ name: 'small.csv', text: 'a,b\n1,2\n' })).ok);
  });

  test('keeps no other file from being read, and many at once are read one after the other', async () => {
    const small = { name: 'small.csv', text: 'a,b\n1,2\n' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => read(small)));
    assert.ok(answers.every(({ ok }) => ok));
    const crowd = await Promise.all(Array.from({ length: 30 }, () => read(small)));
    assert.ok(crowd.some((answer) => !answer.ok && answer.problems[0]?.code === 'unavailable'));
    assert.ok(crowd.some(({ ok }) => ok));
  });

  test('that is sent as an official one is held to the same bounds, and a sound one is read in the same thread', async () => {
    const official = bytesOf(sampleLines());
    const places = new Set(['RA1']);
    for (const [what, bytes] of FILES) {
      const answer = await readEvidence({ name: 'sent.csv', bytes, places });
      assert.ok(!answer.ok, what);
    }
    const sound = await readEvidence({ name: 'turnover.csv', bytes: official, places });
    assert.ok(sound.ok);
    assert.equal(sound.value.find(({ place }) => place === 'RA1')?.rows[0]?.joiners, 4);
    const hasty = createSentFileReaders({ ...USUAL_TERMS, seconds: 0.000_01 });
    const late = await hasty.readEvidence({ name: 'turnover.csv', bytes: official, places });
    assert.match(late.ok ? '' : (late.problems[0]?.message ?? ''), /more than 0.00001 seconds/);
  });

  test('is read beside the loop that answers everybody else, which goes on turning meanwhile', async () => {
    const turns = monitorEventLoopDelay({ resolution: 5 });
    turns.enable();
    const answer = await read({ name: 'large.csv', text: `a,b,c\n${'1,2,3\n'.repeat(10_000)}` });
    turns.disable();
    assert.ok(answer.ok);
    assert.ok(turns.count > 5, `the loop turned ${turns.count} times`);
  });
});
