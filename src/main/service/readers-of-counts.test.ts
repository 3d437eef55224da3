// Tests that nothing which tells of a person comes into the service, and that no refusal repeats it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSentFileReaders, USUAL_TERMS } from '#exchange';
import { readPackFiles } from '#pack';
import { readPackOfCounts } from './readers-of-counts.ts';

const { readTable: readTableOfCounts } = createSentFileReaders(USUAL_TERMS);

const read = await readPackFiles('packs/hamlet');
assert.ok(read.ok);
const files = read.value;

test('a pack of counts is read, and one with a person’s number in a table is refused without telling it', () => {
  assert.ok(readPackOfCounts(files).ok);
  const stock = files.get('stock.csv') ?? '';
  for (const secret of ['401 023 2137', 'jo.bloggs@example.org', 'AB123456C']) {
    const answer = readPackOfCounts(new Map([...files, ['stock.csv', stock.replace('MILL,data', `${secret},data`)]]));
    assert.ok(!answer.ok);
    assert.ok(!JSON.stringify(answer).includes(secret), secret);
  }
});

test('a table that is broken CSV is looked at too, before any message tells how its line begins', async () => {
  const text = 'place,note\nMILL,"4010232137" seen\nWELL,"\n';
  for (const answer of [
    await readTableOfCounts({ name: 'sent.csv', text }),
    readPackOfCounts(new Map([...files, ['stock.csv', text]])),
  ]) {
    assert.ok(!answer.ok);
    assert.match(JSON.stringify(answer.problems), /health service number/);
    assert.ok(!JSON.stringify(answer.problems).includes('4010232137'));
  }
});

test('a table of counts is read as it was sent', async () => {
  const sent = await readTableOfCounts({ name: 'sent.csv', text: 'place,headcount\nMILL,3\n' });
  assert.deepEqual(sent, {
    ok: true,
    value: { columns: ['place', 'headcount'], rows: [{ line: 2, cells: ['MILL', '3'] }] },
  });
});
