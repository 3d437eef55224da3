// The course by which a practice is taken up: Bass's curve fitted by likelihood, with intervals from its profile.
import { assert, exp, log } from '#kernel';

/** Best value and the ends of its interval. */
export type Fitted = { readonly best: number; readonly low: number; readonly high: number };

export type AdoptionCurve = {
  /** Chance per month of taking it up unprompted, among those who ever will. */
  readonly innovation: Fitted;
  /** What those who have it add to that chance, all of them together. */
  readonly imitation: Fitted;
  /** Places that will ever take it up. */
  readonly adopters: Fitted;
  /** Months until half of those have. */
  readonly monthsToHalf: Fitted;
  readonly logLikelihood: number;
};

/** Counts of adoption by month, and how many could adopt. */
export type Adoptions = { readonly byMonth: readonly number[]; readonly audience: number };

/** Adopters of month t among an audience of N are multinomial with chances c·(F(t) − F(t−1)), and 1 − c·F(T) for those
 *  who have not adopted yet. Intervals hold all values whose likelihood, the others at their best, is within what a χ²
 *  of one degree of freedom gives eight times in ten. Fewer than three adopters tell nothing.
 *  @source docs/model/adoption.md, eqs. 1 to 3 */
export function fitAdoption(adoptions: Adoptions): AdoptionCurve | null {
  const { byMonth, audience } = adoptions;
  const total = byMonth.reduce((sum, count) => sum + count, 0);
  assert(total <= audience, `${total} adopted, but only ${audience} could`);
  if (total < FEWEST_ADOPTERS) return null;
  let box = WIDEST;
  let found = gridSearch(adoptions, box);
  for (let round = 0; round < ROUNDS; round++) {
    box = boxAround(found.inside, box);
    found = gridSearch(adoptions, box);
  }
  const fitted = (of: (point: Point) => number): Fitted => {
    const values = found.inside.map(of);
    return { best: of(found.best), low: Math.min(...values), high: Math.max(...values) };
  };
  return {
    innovation: fitted(({ p }) => p),
    imitation: fitted(({ q }) => q),
    adopters: fitted(({ share }) => share * audience),
    monthsToHalf: fitted(monthsToHalf),
    logLikelihood: found.best.logLikelihood,
  };
}

/** Share of those who ever adopt that have done so after some months.
 *  @source Bass, "A new product growth for model consumer durables", Management Science 15, 1969 */
export function adoptedShare(months: number, { p, q }: { readonly p: number; readonly q: number }): number {
  const decay = exp(-(p + q) * months);
  return (1 - decay) / (1 + (q / p) * decay);
}

const FEWEST_ADOPTERS = 3;
/** Half of the 80th percentile of χ² with one degree of freedom, 1.6424. */
const WITHIN = 0.8212;
const STEPS = 20;
const ROUNDS = 3;

type Point = { readonly p: number; readonly q: number; readonly share: number; readonly logLikelihood: number };
type Span = { readonly from: number; readonly to: number };
/** Spans of log p, log q and the share of the audience that ever adopts. */
type Box = { readonly logP: Span; readonly logQ: Span; readonly share: Span };

/** From one in 100,000 a month to every other; imitation from next to none to threefold a month. */
const WIDEST: Box = {
  logP: { from: log(1e-5), to: log(0.5) },
  logQ: { from: log(1e-4), to: log(3) },
  share: { from: 0.02, to: 1 },
};

function monthsToHalf({ p, q }: Point): number {
  return log(2 + q / p) / (p + q);
}

type Found = { readonly best: Point; readonly inside: readonly Point[] };

function gridSearch(adoptions: Adoptions, box: Box): Found {
  const points: Point[] = [];
  let best: Point | null = null;
  for (const logP of stepsOf(box.logP)) {
    for (const logQ of stepsOf(box.logQ)) {
      const [p, q] = [exp(logP), exp(logQ)];
      const chances = chancesOf(adoptions, { p, q });
      for (const share of stepsOf(box.share)) {
        const point = { p, q, share, logLikelihood: logLikelihoodOf(adoptions, chances, share) };
        points.push(point);
        if (best === null || point.logLikelihood > best.logLikelihood) best = point;
      }
    }
  }
  assert(best !== null, 'a grid has points');
  const floor = best.logLikelihood - WITHIN;
  return { best, inside: points.filter((point) => point.logLikelihood >= floor) };
}

function stepsOf({ from, to }: Span): readonly number[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => from + ((to - from) * step) / STEPS);
}

/** Chance of adopting in each month for one who ever will. */
function chancesOf({ byMonth }: Adoptions, of: { readonly p: number; readonly q: number }): readonly number[] {
  let before = 0;
  return byMonth.map((_, index) => {
    const now = adoptedShare(index + 1, of);
    const chance = now - before;
    before = now;
    return chance;
  });
}

function logLikelihoodOf({ byMonth, audience }: Adoptions, chances: readonly number[], share: number): number {
  let sum = 0;
  let [adopted, reached] = [0, 0];
  byMonth.forEach((count, index) => {
    const chance = chances[index] ?? 0;
    reached += chance;
    adopted += count;
    if (count > 0) sum += count * log(Math.max(share * chance, Number.MIN_VALUE));
  });
  const left = audience - adopted;
  return left === 0 ? sum : sum + left * log(Math.max(1 - share * reached, Number.MIN_VALUE));
}

/** The inside with a step of room on every side, kept to the box before. */
function boxAround(inside: readonly Point[], box: Box): Box {
  const span = (of: (point: Point) => number, { from, to }: Span): Span => {
    const values = inside.map(of);
    const room = (to - from) / STEPS;
    return { from: Math.max(from, Math.min(...values) - room), to: Math.min(to, Math.max(...values) + room) };
  };
  return {
    logP: span(({ p }) => log(p), box.logP),
    logQ: span(({ q }) => log(q), box.logQ),
    share: span(({ share }) => share, box.share),
  };
}
