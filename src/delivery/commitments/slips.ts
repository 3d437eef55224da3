// From commitments and their progress to the starts that there were and will be: slips move them, losses end them.
import type { Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { lostPeopleOf } from './register.ts';

/** A start of the plan that belongs to an undertaking. */
export type UndertakenStart = {
  readonly channel: string;
  readonly role: string;
  readonly band: string;
  readonly place: string;
  readonly month: Month;
  readonly people: number;
};

/** People who have started count in the month in which they did; losses come off the latest starts; what is left moves
 *  by the slip, and nobody starts before the month after the last progress that was told.
 *  @param planned the undertaking's starts, in any order
 *  @returns starts in the order of months; their people and the losses add up to those planned */
export function startsAfterSlips(
  record: CommitmentRecord,
  planned: readonly UndertakenStart[],
): readonly UndertakenStart[] {
  const queue = planned.toSorted((one, other) => one.month - other.month).map((start) => ({ ...start }));
  const moved: UndertakenStart[] = [];
  for (const { month, startedPeople } of record.progress) {
    for (const start of takeFrom(queue, startedPeople)) moved.push({ ...start, month: monthOf(month) });
  }
  takeFrom(queue.reverse(), lostPeopleOf(record));
  const told = record.progress.reduce((last, each) => Math.max(last, monthOf(each.month)), Number.NEGATIVE_INFINITY);
  for (const start of queue.reverse()) {
    if (start.people > 0) moved.push({ ...start, month: Math.max(start.month + record.slipMonths, told + 1) });
  }
  return moved.toSorted((one, other) => one.month - other.month);
}

type Waiting = { -readonly [field in keyof UndertakenStart]: UndertakenStart[field] };

/** Takes so many people off the front of a queue, which keeps the rest. */
function takeFrom(queue: readonly Waiting[], people: number): readonly UndertakenStart[] {
  let left = people;
  const taken: UndertakenStart[] = [];
  for (const start of queue) {
    const some = Math.min(start.people, left);
    if (some > 0) taken.push({ ...start, people: some });
    start.people -= some;
    left -= some;
  }
  return taken;
}
