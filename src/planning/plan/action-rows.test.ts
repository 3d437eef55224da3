// Tests of actions tied to the interventions that carry them out.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Action } from '#blueprint';
import { readPack } from '#pack';
import type { Pack } from '../ports.ts';
import { actionRows } from './action-rows.ts';
import type { Intervention } from './interventions.ts';

const NOW = 322;
let pack: Pack;

before(async () => {
  const read = await readPack('packs/hamlet');
  assert(read.ok);
  pack = read.value;
});

function action(more: Partial<Action>): Action {
  const of = { place: 'HAM-S', requirement: 'REC-1', source: 'hamlet-teaching', owner: 'Director', answers: null };
  return { id: 'a', ...of, summary: 'Hire analysts', channel: null, due: 360, done: null, ...more };
}

function intervention(id: string, more: Partial<Intervention>): Intervention {
  const post = { channel: 'market', role: 'data-analyst', band: '6', place: 'MILL', requirements: ['REC-1'] };
  const when = { startMonth: '2027-01', inPostMonth: '2027-07', people: 3, costGbp: 1 };
  return { id, ...post, ...when, accountableTier: 'organisation', accountablePlace: 'MILL', fund: 'local', ...more };
}

const rowsOf = (actions: readonly Action[], interventions: Intervention[]) =>
  actionRows(pack.system, actions, { interventions, asOf: NOW });

test('an action is carried out by what serves its requirement in its place, below it or above it', () => {
  const [row] = rowsOf(
    [action({})],
    [
      intervention('below', {}),
      intervention('above', { place: 'HAM', people: 2 }),
      intervention('other requirement', { requirements: ['RUN-1'] }),
    ],
  );
  assert.deepEqual(row?.interventions, ['below', 'above']);
  assert.equal(row?.people, 5);
  const [elsewhere] = rowsOf([action({ place: 'WELL' })], [intervention('below', {})]);
  assert.deepEqual(elsewhere?.interventions, []);
});

test('a channel that is named is the only one that counts, and only who is in post by the date is in time', () => {
  const late = intervention('late', { inPostMonth: '2030-02', channel: 'training', people: 4 });
  const interventions = [intervention('market', {}), intervention('timely', { channel: 'training', people: 1 }), late];
  const [row] = rowsOf([action({ channel: 'training' })], interventions);
  assert.deepEqual([row?.interventions, row?.people, row?.peopleInTime], [['timely', 'late'], 5, 1]);
});

test('actions come by their date, and what is done is left out', () => {
  const rows = rowsOf(
    [action({ id: 'later', due: 370 }), action({ id: 'done', done: NOW }), action({ id: 'sooner', due: 330 })],
    [],
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['sooner', 'later'],
  );
});
