// Where a cohort's funnel will end: what is known, and from there on the shares that were planned.
import type { Cohort, Funnel } from './cohort.ts';

/** Each step that is not known yet follows from the one before it by its planned share. Those who dropped out so far
 *  cannot complete; while fewer have dropped out than planned, the planned share still holds. A cohort that was cancelled
 *  brings nobody more.
 *  @returns people, real numbers
 *  @source docs/model/cohorts.md, eq. 2 */
export function forecastFunnel({ planned, actual, state }: Cohort): Funnel {
  const onFrom = (before: number, from: keyof Funnel, to: keyof Funnel): number =>
    planned[from] === 0 ? 0 : (before * planned[to]) / planned[from];
  const goesOn = state === 'cancelled' ? 0 : 1;
  const applied = actual.applied ?? planned.applied * goesOn;
  const offered = actual.offered ?? onFrom(applied, 'applied', 'offered') * goesOn;
  const started = actual.started ?? onFrom(offered, 'offered', 'started') * goesOn;
  const expected = Math.min(onFrom(started, 'started', 'completed'), started - (actual.droppedOut ?? 0));
  const completed = actual.completed ?? expected * goesOn;
  const leaving = Math.max(onFrom(started, 'started', 'droppedOut'), actual.droppedOut ?? 0);
  const droppedOut = actual.completed === null ? Math.min(leaving, started - completed) : started - completed;
  const inPost = actual.inPost ?? onFrom(completed, 'completed', 'inPost') * goesOn;
  const inPostAt12Months = actual.inPostAt12Months ?? onFrom(inPost, 'inPost', 'inPostAt12Months');
  return { applied, offered, started, droppedOut, completed, inPost, inPostAt12Months };
}
