// Holds that who has made a step is counted from completed cohorts, and only where they are on record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worldOfStore } from '../world.test-support.ts';
import { completedMoves } from './completed-moves.ts';

const NOBODY = { applied: null, offered: null, started: null, droppedOut: null, completed: null };

test('whoever completed a cohort and is in post has made the step of its programme, and nobody else is counted', async () => {
  const world = worldOfStore('2026-01-15T09:00:00.000Z', []);
  const { store } = world;
  assert.ok((await store.addTenant({ id: 'north', name: 'North' })).ok);
  const deed = { by: 'm', at: '2026-01-15T09:00:00.000Z', action: 'create', resource: 'cohort', place: null } as const;
  const keep = (kind: string, id: string, body: object) =>
    store.inTenant('north', ({ records }) => {
      const draft = { kind, id, place: null, owner: null, party: null, state: 'open', body };
      return records.put(draft, 0, { ...deed, summary: 'Kept.' });
    });
  const programme = { id: 'p', title: 'Data', channel: 'data-apprentices', role: 'data-analyst', band: '5' };
  const terms = { mostPerIntake: 50, supervisorFtePerPerson: 0, funding: [], state: 'open' };
  assert.ok((await keep('programme', 'p', { ...programme, ...terms })).ok);
  for (const [id, inPost] of Object.entries({ one: 7, two: 4, three: null })) {
    const planned = { applied: 9, offered: 9, started: 9, droppedOut: 0, completed: 9, inPost: 9, inPostAt12Months: 9 };
    const when = { plannedStart: '2025-01', expectedStart: '2025-01', countedIn: 'plan', state: 'completed' };
    const who = { id, programme: 'p', place: 'MILL', supervisorFte: 1, startersByAge: [], planned };
    const body = { ...who, ...when, actual: { ...NOBODY, inPost, inPostAt12Months: null } };
    assert.ok((await keep('cohort', id, body)).ok);
  }
  const actor = { tenant: 'north', id: 'm', role: 'member-of-staff', place: 'MILL', supplier: null } as const;
  const history = await completedMoves({ world, actor: { ...actor, displayName: 'Staff' } });
  assert.ok(history.ok);
  const step = { from: 'service-technician:5', to: 'data-analyst:5' };
  assert.equal(history.value({ ...step, programme: 'data-apprentices' }), 11);
  assert.equal(history.value({ ...step, programme: 'another' }), null);
  assert.equal(history.value({ ...step, programme: null }), null);
  assert.equal(history.value({ ...step, to: 'data-analyst:6', programme: 'data-apprentices' }), null);
});
