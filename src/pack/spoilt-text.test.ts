// Laws of reading: whatever a file holds, the answer is a pack or problems with their places, never a failure of ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { checkParts } from './checks/check-parts.ts';
import { createFlawList } from './flaw-list.ts';
import { parseParts } from './parse-parts.ts';
import { readPackFiles } from './read-pack.ts';

const reading = await readPackFiles(fileURLToPath(new URL('../../packs/hamlet', import.meta.url)));
assert.ok(reading.ok);
const hamlet = reading.value;
const paths = [...hamlet.keys()];

/** Reads hamlet with one file replaced, and holds that every problem has its place, its words and its next step. */
function holds(path: string, text: string): void {
  const flaws = createFlawList();
  const parts = parseParts(new Map([...hamlet, [path, text]]), flaws);
  if (parts !== null) checkParts(parts, flaws);
  const problems = flaws.toProblems('packs/hamlet');
  assert.ok(parts !== null || problems.length > 0, 'what is refused is explained');
  for (const problem of problems) {
    assert.match(problem.path, /^packs\/hamlet(\/.+:\d+:\d+)?$/);
    assert.ok(problem.message.length > 20 && problem.hint.length > 10, JSON.stringify(problem));
    assert.ok(!problem.message.includes('\n') && !problem.hint.includes('\n'), JSON.stringify(problem));
  }
}

const anyPath = fc.constantFrom(...paths);
const anyEdit = fc.record({ at: fc.nat(), length: fc.nat(12), put: fc.string({ maxLength: 6, unit: 'grapheme' }) });

test('any text in place of any file is read or refused', () => {
  fc.assert(fc.property(anyPath, fc.string({ maxLength: 300, unit: 'grapheme' }), holds), { numRuns: 60, seed: 1 });
});

test('any stretch of any file may be replaced by anything', () => {
  fc.assert(
    fc.property(anyPath, anyEdit, (path, { at, length, put }) => {
      const text = hamlet.get(path) ?? '';
      const start = at % text.length;
      holds(path, text.slice(0, start) + put + text.slice(start + length));
    }),
    { numRuns: 100, seed: 2 },
  );
});

test('any line of any file may be left out, doubled or moved to the end', () => {
  const acts = {
    leftOut: (lines: readonly string[], index: number) => lines.toSpliced(index, 1),
    doubled: (lines: readonly string[], index: number) => lines.toSpliced(index, 0, lines[index] ?? ''),
    moved: (lines: readonly string[], index: number) => [...lines.toSpliced(index, 1), lines[index] ?? ''],
  };
  fc.assert(
    fc.property(anyPath, fc.nat(), fc.constantFrom(acts.leftOut, acts.doubled, acts.moved), (path, at, act) => {
      const lines = (hamlet.get(path) ?? '').split('\n');
      holds(path, act(lines, at % lines.length).join('\n'));
    }),
    { numRuns: 80, seed: 3 },
  );
});

test('any number of any file may be another one', () => {
  const numbers = fc.constantFrom('0', '-1', '1e308', '-0', '0.1', '1000000000000', '2', '9007199254740993', '1e-320');
  fc.assert(
    fc.property(anyPath, fc.nat(), numbers, (path, at, put) => {
      const text = hamlet.get(path) ?? '';
      const found = [...text.matchAll(/(?<![\w.-])\d+(\.\d+)?(?![\w.-])/g)];
      const match = found[at % Math.max(found.length, 1)];
      if (match === undefined) return;
      holds(path, text.slice(0, match.index) + put + text.slice(match.index + match[0].length));
    }),
    { numRuns: 100, seed: 4 },
  );
});
