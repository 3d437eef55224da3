// The PDF of a document: its tags, its bytes, and words that would be markup if anybody read them so.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { pagePdf } from '#exchange';
import type { BlueprintPage } from '#planning';

const HOSTILE = '#panic("read") $x$ *bold* <tag> @label // comment \\ #[';

function pageOf(title: string, rows: number): BlueprintPage {
  return {
    id: 'delivery',
    title,
    pack: { id: 'hamlet', name: 'Hamlet', version: '1.0.0' },
    blueprint: { title: 'Hamlet digital blueprint', version: '1.0.0', status: 'illustrative' },
    place: 'MILL',
    month: '2026-11',
    summary: ['3 of 10 points are done.', HOSTILE],
    sections: [
      {
        id: 'steps',
        heading: 'The six steps',
        introduction: HOSTILE,
        columns: [
          { label: 'Point', kind: 'text' },
          { label: 'People', kind: 'number' },
        ],
        groups: [{ heading: HOSTILE, rows: Array.from({ length: rows }, (_, row) => [HOSTILE, String(row)]) }],
        whenEmpty: 'Nothing.',
      },
      { id: 'none', heading: 'Nothing', introduction: '', columns: [], groups: [], whenEmpty: 'Nothing here.' },
    ],
  };
}

async function bytesOf(page: BlueprintPage): Promise<Uint8Array> {
  const pdf = await pagePdf(page);
  assert.ok(pdf.ok, JSON.stringify(pdf));
  return pdf.value;
}

/** Everything that the file says of its objects, those that it holds compressed included. */
function objectsOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

describe('a document as a PDF', () => {
  test('has a title, a language, and tags for headings, lists and tables', async () => {
    const objects = objectsOf(await bytesOf(pageOf('Mill: the plan in six steps', 3)));
    for (const mark of ['/StructTreeRoot', '/Lang', 'en-GB', 'pdfuaid:part', 'Mill: the plan in six steps']) {
      assert.ok(objects.includes(mark), mark);
    }
    for (const tag of ['H1', 'H2', 'L', 'Table', 'THead', 'TH', 'TD'])
      assert.match(objects, new RegExp(`/S ?/${tag}\\b`));
  });

  test('has the same bytes each time, and others for another page', async () => {
    const pages = [pageOf('Mill', 40), pageOf('Mill', 40), pageOf('Well', 40)];
    const [once, again, other] = await Promise.all(pages.map(bytesOf));
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
  });

  test('that no font can show is refused with the word and what to do', async () => {
    const refused = await pagePdf(pageOf('\u{F8FF}\u{10FFFD}', 1));
    assert.ok(!refused.ok);
    assert.match(refused.problems[0]?.message ?? '', /could not be set as a PDF: .*could not be displayed/);
    assert.match(refused.problems[0]?.hint ?? '', /page/);
  });
});
