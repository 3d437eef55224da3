// From a plan to what each body undertakes: interventions gathered by place, channel, role family and financial year.
import { financialYearOf, groupBy, parseMonth } from '#kernel';
import { findSeries } from '../plan/figures.ts';
import type { Intervention } from '../plan/interventions.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Commitment } from './commitment.ts';

/** @returns commitments in the order of their first starts, then of places; their people and pounds add up to those of
 *  the plan's interventions */
export function commitmentsOfPlan(plan: PlanDocument): readonly Commitment[] {
  const familyOf = new Map(plan.roles.map(({ id, family }) => [id, family]));
  const seriesOf = seriesFinder(plan);
  const keyed = groupBy(plan.interventions, ({ place, channel, role, startMonth }) =>
    [place, channel, familyOf.get(role) ?? role, financialYearOf(parseMonth(startMonth) ?? 0)].join('/'),
  );
  const orderOf = new Map(plan.places.map(({ code }, index) => [code, index]));
  return [...keyed]
    .flatMap(([id, members]) => {
      const [first] = members;
      const family = familyOf.get(first?.role ?? '') ?? first?.role ?? '';
      return first === undefined ? [] : [commitmentOf({ plan, id, first, members, family, seriesOf })];
    })
    .toSorted(
      (one, other) =>
        compare(one.firstStartMonth, other.firstStartMonth) ||
        (orderOf.get(one.place) ?? 0) - (orderOf.get(other.place) ?? 0) ||
        compare(one.id, other.id),
    );
}

type Gathered = {
  readonly plan: PlanDocument;
  readonly id: string;
  readonly first: Intervention;
  readonly members: readonly Intervention[];
  readonly family: string;
  readonly seriesOf: SeriesFinder;
};

function commitmentOf({ plan, id, first, members, family, seriesOf }: Gathered): Commitment {
  const startMonths = members.map(({ startMonth }) => startMonth).toSorted();
  const inPostMonth = members.map((each) => each.inPostMonth).reduce((last, month) => (month > last ? month : last));
  return {
    id,
    tier: first.accountableTier,
    accountablePlace: first.accountablePlace,
    place: first.place,
    channel: first.channel,
    family,
    financialYear: financialYearOf(parseMonth(first.startMonth) ?? 0),
    posts: [...groupBy(members, ({ role, band }) => `${role}\n${band}`).values()].flatMap((same) => {
      const [post] = same;
      return post === undefined
        ? []
        : [{ role: post.role, band: post.band, people: sumOf(same, (each) => each.people) }];
    }),
    people: sumOf(members, (each) => each.people),
    firstStartMonth: startMonths[0] ?? first.startMonth,
    lastStartMonth: startMonths.at(-1) ?? first.startMonth,
    inPostMonth,
    costGbp: sumOf(members, (each) => each.costGbp),
    extraCostGbp: sumOf(members, (each) => each.extraCostGbp ?? 0),
    fund: first.fund,
    requirements: [...new Set(members.flatMap(({ requirements }) => requirements))].toSorted(),
    measure: measureOf(plan, { place: first.place, family, inPostMonth }, seriesOf),
    interventions: members.map((each) => each.id),
  };
}

type SeriesFinder = (
  place: string,
  family: string,
) => { readonly without: readonly number[]; readonly with: readonly number[] };

function seriesFinder(plan: PlanDocument): SeriesFinder {
  const found = new Map<string, ReturnType<SeriesFinder>>();
  return (place, family) => {
    const key = `${place}\n${family}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const wanted = { measure: 'fte', place, family } as const;
    const pair = {
      without: findSeries(plan.series, wanted)?.mean ?? [],
      with: findSeries(plan.seriesWithPlan, wanted)?.mean ?? [],
    };
    found.set(key, pair);
    return pair;
  };
}

function measureOf(
  plan: PlanDocument,
  { place, family, inPostMonth }: { readonly place: string; readonly family: string; readonly inPostMonth: string },
  seriesOf: SeriesFinder,
): Commitment['measure'] {
  const last = plan.months.length - 1;
  const at = plan.months.indexOf(inPostMonth);
  const index = at < 0 ? last : at;
  const series = seriesOf(place, family);
  return {
    measure: 'fte',
    place,
    family,
    month: plan.months[index] ?? inPostMonth,
    withoutPlanFte: series.without[index] ?? 0,
    withPlanFte: series.with[index] ?? 0,
  };
}

function sumOf<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
