// What moved a projection and why: the old inputs give way to the new one part after another, and each step is a bar.
import { fine, type CommitmentRecord } from '#delivery';
import type { Start } from '#engine';
import { fail, formatMonth, ok, type Month, type Result } from '#kernel';
import { centralSample, type Assumption, type HealthSystem } from '#workforce';
import { prepareRun, type PreparedRun } from '../plan/plan-workforce.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Pack } from '../ports.ts';
import { committedStarts } from './committed-starts.ts';
import type { DeliveryWorld } from './slipped-gap.ts';

/** The parts in the order in which they are put in the place of the old ones. */
export const WATERFALL_PARTS = [
  'stock',
  'leavers',
  'joiners',
  'reclassification',
  'channels',
  'demand',
  'other assumptions',
  'commitments',
] as const;
export type WaterfallPart = (typeof WATERFALL_PARTS)[number];

export type Waterfall = {
  readonly place: string;
  readonly month: string;
  readonly beforeFte: number;
  readonly afterFte: number;
  /** In order; before, plus every bar, is after, to the last bit. */
  readonly bars: readonly { readonly part: WaterfallPart; readonly changeFte: number }[];
};

/** A pack with the starts that go with it. */
export type Course = { readonly pack: Pack; readonly starts: readonly Start[] };

export type WaterfallTerms = {
  readonly before: Course;
  readonly after: Course;
  readonly scenario: string;
  /** Within the months of both packs. */
  readonly months: readonly Month[];
};

export type MovedGiven = {
  readonly before: { readonly pack: Pack; readonly plan: PlanDocument };
  readonly after: Pack;
  /** What has become of the undertakings of that plan since. */
  readonly commitments: readonly CommitmentRecord[];
  readonly scenario: string;
  /** Null for the last month that both packs reach, and every whole year before it. */
  readonly month: Month | null;
};

/** From the projection of a plan to that of a later pack, with the plan's starts as they now stand. */
export function whatMoved(given: MovedGiven, world: DeliveryWorld): Promise<Result<readonly Waterfall[]>> {
  const { before, after, commitments, scenario } = given;
  return waterfalls(
    {
      before: { pack: before.pack, starts: committedStarts(before.plan, []) },
      after: { pack: after, starts: committedStarts(before.plan, commitments) },
      scenario,
      months: given.month === null ? sharedYears(before.pack, after) : [given.month],
    },
    world,
  );
}

/** The last month that both packs reach and every whole year before it, the latest first. */
function sharedYears(...packs: readonly Pack[]): readonly Month[] {
  const first = Math.max(...packs.map(({ system }) => system.baseMonth));
  const last = Math.min(...packs.map(({ system }) => system.baseMonth + system.horizonMonths));
  return Array.from({ length: Math.floor((last - first) / 12) + 1 }, (_, year) => last - 12 * year);
}

/** The gap on the central course. Which part is credited with what two of them do together depends on the order, which
 *  is stated and always the same.
 *  @returns one waterfall for each place of the new pack and each month
 *  @source docs/model/delivery.md, eqs. 11 and 12 */
export async function waterfalls(terms: WaterfallTerms, world: DeliveryWorld): Promise<Result<readonly Waterfall[]>> {
  const stages: Gaps[] = [];
  for (const course of coursesOf(terms)) {
    const gaps = await gapsOf(course, terms, world);
    if (!gaps.ok) return gaps;
    stages.push(gaps.value);
  }
  const places = terms.after.pack.system.places.map(({ code }) => code);
  return ok(places.flatMap((place) => terms.months.map((month) => waterfallAt(stages, place, month))));
}

/** Gaps of a course by place, then by month. */
type Gaps = ReadonlyMap<string, ReadonlyMap<Month, number>>;

function waterfallAt(stages: readonly Gaps[], place: string, month: Month): Waterfall {
  const at = stages.map((stage) => stage.get(place)?.get(month) ?? 0);
  return {
    place,
    month: formatMonth(month),
    beforeFte: at[0] ?? 0,
    afterFte: at.at(-1) ?? 0,
    bars: WATERFALL_PARTS.map((part, index) => ({ part, changeFte: (at[index + 1] ?? 0) - (at[index] ?? 0) })),
  };
}

/** The old course, then one more part of the new in each. */
function coursesOf({ before, after }: WaterfallTerms): readonly Course[] {
  const courses: Course[] = [before];
  let { pack } = before;
  for (const part of WATERFALL_PARTS) {
    pack = withPart(pack, after.pack, part);
    courses.push({ pack, starts: part === 'commitments' ? after.starts : before.starts });
  }
  return courses;
}

function withPart(pack: Pack, from: Pack, part: WaterfallPart): Pack {
  const assumptions = substituted(pack.system, from.system, part);
  const system: HealthSystem = { ...pack.system, assumptions };
  switch (part) {
    case 'stock': {
      const { places, stock, baseMonth, horizonMonths } = from.system;
      return { ...pack, system: { ...system, places, stock, baseMonth, horizonMonths } };
    }
    case 'channels':
      return { ...pack, system: { ...system, channels: from.system.channels } };
    case 'demand':
      return {
        ...pack,
        blueprint: from.blueprint,
        system: { ...system, drivers: from.system.drivers, driverValues: from.system.driverValues },
      };
    case 'other assumptions':
      return { ...from, system: { ...from.system, assumptions } };
    case 'leavers':
    case 'joiners':
    case 'reclassification':
    case 'commitments':
      return { ...pack, system };
  }
}

const PREFIXES: Partial<Record<WaterfallPart, readonly string[]>> = {
  stock: ['stock.'],
  leavers: ['attrition.'],
  joiners: ['recruitment.', 'vacancy.', 'establishment.'],
  reclassification: ['reclassification.'],
  demand: ['demand.', 'productivity.', 'competence.'],
};

/** The register with the assumptions of a part from the new one; those of no part come with the others. */
function substituted(old: HealthSystem, from: HealthSystem, part: WaterfallPart): readonly Assumption[] {
  const belongs = (id: string) => partOfAssumption(id, [old, from]) === part;
  const kept = old.assumptions.filter(({ id }) => !belongs(id));
  return [...kept, ...from.assumptions.filter(({ id }) => belongs(id))];
}

function partOfAssumption(id: string, systems: readonly HealthSystem[]): WaterfallPart {
  const isOfChannel = systems.some(({ channels }) =>
    channels.some((each) => [each.completion, each.baselineStartsPerYear, each.capacityPerYear].includes(id)),
  );
  if (isOfChannel) return 'channels';
  const found = WATERFALL_PARTS.find((part) => PREFIXES[part]?.some((prefix) => id.startsWith(prefix)));
  return found ?? 'other assumptions';
}

async function gapsOf(
  course: Course,
  { scenario, months }: WaterfallTerms,
  { simulator, control }: DeliveryWorld,
): Promise<Result<Gaps>> {
  const { system } = course.pack;
  const limits = { timeLimitSeconds: 0, relativeGap: 0 };
  const terms = { scenario, mode: 'expected', seed: 1, samples: 1, asOf: system.baseMonth, ...limits } as const;
  const run = prepareRun(course.pack, terms);
  if (!run.ok) return run;
  const isReached = (month: Month) => month >= system.baseMonth && month <= system.baseMonth + system.horizonMonths;
  const beyond = months.find((month) => !isReached(month));
  if (beyond !== undefined) return fail(outside(beyond, run.value));
  const samples = centralSample(run.value.register);
  const starts = course.starts.filter(({ channel, month: started }) => isAhead(run.value, channel, started));
  const request = { mode: 'expected', seed: 1, samples, starts } as const;
  const projected = await simulator.project(run.value.model, request, control);
  if (!projected.ok) return projected;
  const whole = projected.value.series.filter(
    ({ measure, family, role, band }) => measure === 'gapFte' && family === '*' && role === '*' && band === '*',
  );
  const gapsIn = (mean: Float64Array) =>
    new Map(months.map((month) => [month, fine(mean[month - system.baseMonth] ?? 0)]));
  return ok(new Map(whole.map(({ place, mean }) => [place, gapsIn(mean)])));
}

/** Those who had come into post by the base month are in the stock; those on their way still come. */
function isAhead({ model }: PreparedRun, channel: string, started: Month): boolean {
  const months = model.channels.find(({ id }) => id === channel)?.months ?? 0;
  return started + months > model.baseMonth || started >= model.baseMonth;
}

function outside(month: Month, { model }: PreparedRun) {
  const last = formatMonth(model.baseMonth + model.steps);
  return {
    code: 'out-of-range',
    message: `${formatMonth(month)} is not between ${formatMonth(model.baseMonth)} and ${last}, the months of the pack.`,
    path: 'month',
    hint: 'Choose a month that both packs reach.',
  } as const;
}
