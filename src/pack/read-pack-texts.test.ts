// Holds the reader of texts against the reader of folders: the same pack, the same problems.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPackTexts, readWholePack } from './read-pack.ts';

const hamlet = join(import.meta.dirname, '../../packs/hamlet');

test('the texts of a pack give the pack that its folder gives', async () => {
  const whole = await readWholePack(hamlet);
  assert.ok(whole.ok);
  assert.deepEqual(readPackTexts(whole.value.files), { ok: true, value: whole.value.pack });
});

test('texts with a file too many, too few or spoilt are refused with the file’s name', async () => {
  const whole = await readWholePack(hamlet);
  assert.ok(whole.ok);
  const { files } = whole.value;
  const changed = (path: string, text: string) => readPackTexts(new Map([...files, [path, text]]));
  const without = readPackTexts(new Map([...files].filter(([path]) => path !== 'stock.csv')));
  const cases = [
    [without, /^stock\.csv/],
    [changed('stocks.csv', 'a,b'), /^stocks\.csv/],
    [changed('scenarios/new.txt', ''), /^scenarios\/new\.txt/],
    [changed('pack.yaml', 'id: [\u0000'), /^pack\.yaml/],
    [changed('../pack.yaml', 'x'), /^$/],
  ] as const;
  for (const [reading, path] of cases) {
    if (reading.ok) assert.equal(path.source, '^$', 'a path outside the pack is read by nobody');
    else assert.match(reading.problems[0]?.path ?? '', path);
  }
});
