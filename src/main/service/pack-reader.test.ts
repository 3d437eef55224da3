// Tests that packs are read in a thread beside everything else, to the same outcome as here.
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { readPackFiles } from '#pack';
import { createPackReader } from './pack-reader.ts';
import { readPackOfCounts } from './readers-of-counts.ts';

const england = await readPackFiles('packs/england');
assert.ok(england.ok);
const files = england.value;

test('a nation’s pack is read beside the loop that answers everybody else, which goes on turning meanwhile', async () => {
  const reading = Promise.resolve(createPackReader()(files));
  const turns = await turnsUntil(reading);
  assert.ok(turns > 1000, `${turns} turns`);
  assert.deepEqual(await reading, readPackOfCounts(files));
});

test('packs that are sent at once are read one after the other, and each is told its own problems', async () => {
  const read = createPackReader();
  const spoilt = new Map([...files, ['stock.csv', 'place,role\nNOWHERE,nobody\n']]);
  const [sound, refused] = await Promise.all([read(files), read(spoilt)]);
  assert.ok(sound.ok);
  assert.deepEqual(refused, readPackOfCounts(spoilt));
});

/** How often the loop has come round before it is done. */
async function turnsUntil(work: Promise<unknown>): Promise<number> {
  const done = work.then(() => 'done' as const);
  for (let turns = 0; ; turns += 1) {
    if ((await Promise.race([done, setImmediate('later' as const)])) === 'done') return turns;
  }
}
