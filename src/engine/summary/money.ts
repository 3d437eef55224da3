// Money: pay for the digital FTE of a seat, and what starts cost in the month in which they start.
import { monthlySurvival } from '#kernel';
import type { Intake } from '../model/intake.ts';
import { memberOf, scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, ModelChannel } from '../model/model.ts';
import { completionOf } from '../mean/joiners.ts';
import type { Board } from './board.ts';
import type { Span } from './fill-board.ts';

export type Money = {
  readonly board: Board;
  readonly intake: Intake;
  readonly span: Span;
  readonly sampleAt: (index: number) => SampleRow;
};

/** Adds what a unit's starts cost while it is counted at the seat. */
export function addStartCosts(model: Model, money: Money): void {
  const { board, span } = money;
  const width = model.steps + 1;
  const bills = billsOf(model, money);
  for (let index = 0; index < board.samples; index++) {
    const sample = money.sampleAt(index);
    for (const { channel, band, isBaseline, people } of bills) {
      const cost = startCostGbp(model, { channel, band, sample }) * (isBaseline ? baselineStarts(channel, sample) : 1);
      for (let step = span.first; step <= span.last; step++) {
        const cell = index * width + step;
        board.costGbp[cell] = (board.costGbp[cell] ?? 0) + (people[step] ?? 0) * cost;
      }
    }
  }
}

/** The starts of a unit that cost the same. */
type Bill = {
  readonly channel: ModelChannel;
  readonly band: number;
  readonly isBaseline: boolean;
  /** People by the step in which they start; of baseline cohorts, parts of the nation's yearly starts. */
  readonly people: Float64Array;
};

function billsOf(model: Model, { intake, span }: Money): readonly Bill[] {
  const bills = new Map<string, Bill>();
  for (const cohort of intake.cohorts) {
    const { startStep, isBaseline } = cohort;
    const channel = model.channels[cohort.channel];
    if (channel === undefined || startStep < span.first || startStep > span.last) continue;
    const band = model.rows.band[cohort.row] ?? 0;
    const key = `${cohort.channel} ${band} ${isBaseline}`;
    const bill = bills.get(key) ?? { channel, band, isBaseline, people: new Float64Array(model.steps + 1) };
    bills.set(key, bill);
    bill.people[startStep] = (bill.people[startStep] ?? 0) + cohort.people;
  }
  return [...bills.values()];
}

/** Adds a month's pay for the digital FTE on the board; to be called once a seat, when its people are all there. */
export function addPay(model: Model, board: Board, sampleAt: (index: number) => SampleRow): void {
  const width = model.steps + 1;
  for (let index = 0; index < board.samples; index++) {
    const sample = sampleAt(index);
    for (let band = 0; band < model.bands.length; band++) {
      const perMonth = payGbpPerYear(model, band, sample) / 12;
      const from = (band * board.samples + index) * width;
      for (let step = 0; step < width; step++) {
        const cell = index * width + step;
        board.costGbp[cell] = (board.costGbp[cell] ?? 0) + (board.bands.fte[from + step] ?? 0) * perMonth;
      }
    }
  }
}

/** Salary with on-costs of one FTE in a band for a year. @source docs/model/money.md, eq. 1 */
export function payGbpPerYear(model: Model, band: number, sample: SampleRow): number {
  const salary = memberOf(model.levers.salaryGbpPerYear, sample, { step: 0, member: band });
  return salary * (1 + scalarOf(model.levers.onCosts, sample, 0));
}

/** Fees, recruitment, and the time in training that is paid and not given to work, with what cover for it costs beyond
 *  that pay, for one start.
 *  @source docs/model/money.md, eq. 2–3 */
export function startCostGbp(
  model: Model,
  start: { readonly channel: ModelChannel; readonly band: number; readonly sample: SampleRow },
): number {
  const { channel, band, sample } = start;
  const fees = scalarOf(channel.costGbpPerStart, sample, 0);
  if (channel.protectedTime === null) return fees;
  const lostFte = Math.max(0, scalarOf(channel.protectedTime, sample, 0));
  const premium = channel.coverPremium === null ? 0 : Math.max(0, scalarOf(channel.coverPremium, sample, 0));
  const paidGbpPerYear = payGbpPerYear(model, band, sample) * (1 + premium);
  return fees + (lostFte * monthsInTraining(channel, sample) * paidGbpPerYear) / 12;
}

/** Months that one starter is in training on average, those who drop out included. */
function monthsInTraining(channel: ModelChannel, sample: SampleRow): number {
  const { perStart } = completionOf(channel, sample);
  const survival = perStart > 0 ? monthlySurvival(perStart, channel.months) : 0;
  let inTraining = 1;
  let months = 0;
  for (let month = 0; month < channel.months; month++) {
    months += inTraining;
    inTraining *= survival;
  }
  return months;
}

function baselineStarts(channel: ModelChannel, sample: SampleRow): number {
  return channel.baselineStartsPerYear === null ? 0 : Math.max(0, scalarOf(channel.baselineStartsPerYear, sample, 0));
}
