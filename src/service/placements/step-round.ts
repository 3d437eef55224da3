// The steps of a placement round that the service itself writes: closing it to wishes, and putting a run on record.
import { fail, type Problem, type Result } from '#kernel';
import type { PlacementMethod } from '#planning';
import type { Job, StoredRecord } from '../ports.ts';
import { putRecord } from '../records/keep-record.ts';
import type { Desk } from '../world.ts';
import { askForRun, standingOfRound } from './run-round.ts';

export type RoundOrder = {
  readonly id: string;
  readonly method: PlacementMethod;
  /** Version of the round that was seen. */
  readonly madeFrom: number;
};

/** Closes the round to wishes, where it is still open, and hands it to the workers. */
export async function runRound(desk: Desk, order: RoundOrder, programVersion: string): Promise<Result<Job>> {
  const standing = await standingOfRound(desk, order.id, order.method);
  if (!standing.ok) return standing;
  const { body, round } = standing.value;
  if (round.people.length === 0) return fail(noWishes);
  if (body.state === 'open') {
    const closed = await putRecord(desk, {
      kind: 'placement-round',
      id: order.id,
      madeFrom: order.madeFrom,
      action: 'run',
      body: { ...body, state: 'run' },
      summary: 'A placement round became run.',
    });
    if (!closed.ok) return closed;
  }
  return askForRun(desk, body.place, { round, method: order.method, programVersion });
}

/** Puts the run on record as the proposal that is decided on. */
export async function proposeRun(desk: Desk, { id, method, madeFrom }: RoundOrder): Promise<Result<StoredRecord>> {
  const standing = await standingOfRound(desk, id, method);
  if (!standing.ok) return standing;
  const { document, body } = standing.value;
  if (document === null) return fail(notRun);
  const { roundHash, placements } = document;
  const proposal = { month: desk.world.clock().slice(0, 7), method, roundHash, placements };
  return putRecord(desk, {
    kind: 'placement-round',
    id,
    madeFrom,
    action: 'change',
    body: { ...body, proposals: [...body.proposals, proposal], state: 'proposed' },
    fills: ['proposals'],
    summary: 'A placement round became proposed.',
  });
}

const noWishes: Problem = {
  code: 'inconsistent',
  message: 'Nobody has sent wishes yet, so there is nothing to run.',
  path: 'round',
  hint: 'Run it once wishes have come in.',
};
const notRun: Problem = {
  code: 'not-found',
  message: 'This round has not been run by that method on the wishes of today.',
  path: 'method',
  hint: 'Run it first.',
};
