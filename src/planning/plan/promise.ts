// What the optimiser promised, and whether the replay through the full model keeps it to within its own error.
import type { Projection } from '#engine';
import type { PlanPeriod, PlanProblem, PlanResult } from '#optimiser';
import { ERRORS_IN_95 } from './precision.ts';
import { fteInWords, percentInWords } from './words.ts';

/** Compares the shortage of the last year: as the optimiser promised it, and as the replay gives it on the mean course.
 *  The promise is kept where it lies within the replay's own error bar, and else the sentence says by how much it is not.
 *  What the optimiser reckons a start to give simplifies a little, so that the two need not be the same.
 *  @source docs/model/optimiser.md, The promise */
export function promiseSentence(
  problem: Pick<PlanProblem, 'periods'>,
  result: Pick<PlanResult, 'shortageFte'>,
  after: Pick<Projection, 'months' | 'byRole' | 'precision'>,
): string {
  const last = problem.periods.length - 1;
  const promised = sumOfPeriod(result.shortageFte, problem.periods.length, last);
  const replayed = replayedShortage(problem.periods[last], after);
  return (
    `In the last year the optimiser promised a mean shortage of ${fteInWords(promised)} posts on the mean course; ` +
    `the replay through the full model gives ${fteInWords(replayed)} on that course${verdict(promised, replayed, shortageErrorFte(after))}. ` +
    'The mean over all futures is higher, since a surplus in one does not make up for a shortage in another.'
  );
}

function verdict(promised: number, replayed: number, barFte: number | null): string {
  const apart = Math.abs(replayed - promised);
  if (barFte === null) {
    return (
      `, ${fteInWords(apart)} apart. Whether the promise is kept is not known: so few samples say nothing of how far ` +
      'off the replay itself may be; from 64 on they do'
    );
  }
  const told = `, give or take ${fteInWords(barFte)} for the samples being finite`;
  if (apart <= barFte) {
    const difference = fteInWords(apart) === '0' ? 'agree' : `are ${fteInWords(apart)} apart, within that error`;
    return `${told}. The promise is kept: the two ${difference}`;
  }
  const direction = replayed > promised ? 'more' : 'less';
  const share = promised >= 1 ? `, ${percentInWords(apart / promised)} of what was promised` : '';
  return `${told}. The promise is not kept: ${fteInWords(apart)} posts ${direction} stay short${share}, which is beyond that error`;
}

/** How far off the mean shortage of the replay's last year may be because samples are finite, 95 times in 100: the wider
 *  of what the scrambles say of the nation's shortage and of its gap. Null where there is but one scramble. */
function shortageErrorFte({ precision }: Pick<Projection, 'precision'>): number | null {
  // The nation stands first among the places.
  const [nation] = precision;
  if (nation === undefined) return null;
  const errors = nation.measures
    .filter(({ measure }) => measure === 'shortageFte' || measure === 'gapFte')
    .map(({ mean }) => mean.at(-1) ?? 0);
  return Math.max(...errors) * ERRORS_IN_95;
}

/** Sum over places and roles of one period of [place][role][period]. */
function sumOfPeriod(values: Float64Array, periods: number, period: number): number {
  let sum = 0;
  for (let index = period; index < values.length; index += periods) sum += values[index] ?? 0;
  return sum;
}

function replayedShortage(
  span: PlanPeriod | undefined,
  { months, byRole }: Pick<Projection, 'months' | 'byRole'>,
): number {
  if (span === undefined) return 0;
  const { fte, demandFte } = byRole;
  const monthCount = months.length;
  let short = 0;
  for (let line = 0; line < fte.length / monthCount; line++) {
    let need = 0;
    for (let month = span.fromMonth; month < span.toMonth; month++) {
      need += (demandFte[line * monthCount + month] ?? 0) - (fte[line * monthCount + month] ?? 0);
    }
    short += Math.max(0, need / (span.toMonth - span.fromMonth));
  }
  return short;
}
