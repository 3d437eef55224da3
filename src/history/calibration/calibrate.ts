// Calibration: from years of stock, joiners and leavers to the rates that a model needs, each with its spread.
import { fail, groupBy, ok, type Month, type Result } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';
import { poolRates, type Posterior } from './pooling.ts';
import { atRisk, type Level, levelOf, regimeYears, type RegimeYear, separateYears, yearsOf } from './regimes.ts';
import { type Counted, poolStructure, type Structure } from './structure.ts';
import { isSplitBy, type YearlyFlow, yearlyFlows } from './yearly-flows.ts';

/** One flow: how high it runs, and how it differs by band and age, at that level. */
export type CalibratedFlow = {
  readonly level: Level;
  /** Both axes; empty where the history does not split by both. */
  readonly cells: Structure;
  /** Bands over all ages, and ages over all bands; empty where the history does not tell. */
  readonly bands: Structure;
  readonly ageGroups: Structure;
};

export type CalibratedPlace = Posterior & {
  readonly place: string;
  readonly leavers: number;
  readonly expected: number;
};

export type Calibration = {
  readonly regime: string | null;
  readonly years: readonly RegimeYear[];
  /** The month to whose end the last year counts. */
  readonly lastPeriod: Month;
  readonly leavers: CalibratedFlow;
  readonly joiners: CalibratedFlow;
  /** Leavers of a place over those expected at the level of all. */
  readonly places: readonly CalibratedPlace[];
  /** Share of stock a year that comes without a joiner and goes without a leaver; null where stock is not counted often
   *  enough to tell. */
  readonly reclassification: { readonly mean: number; readonly sd: number; readonly years: number } | null;
};

export type CalibrationTerms = { readonly regime: string | null; readonly horizonYears: number };

/** @param rows of one group */
export function calibrate(rows: readonly HistoryRow[], terms: CalibrationTerms): Result<Calibration> {
  const flows = withMargins(yearlyFlows(rows));
  const whole = flows.filter((flow) => isSplitBy(flow, { place: false, band: false, ageGroup: false }));
  const totals = whole.length > 0 ? whole : totalsOf(flows);
  if (totals.length === 0) return fail(NO_FLOWS);
  const everyYear = regimeYears(totals);
  const years = separateYears(everyYear);
  const chosen = yearsOf(years, terms.regime);
  if (!chosen.ok) return chosen;
  const flowOf = (flow: 'joiners' | 'leavers') =>
    calibrateFlow(flows, { flow, level: levelOf(chosen.value, years, { ...terms, flow }), everyYear });
  return ok({
    regime: terms.regime,
    years,
    lastPeriod: Math.max(...everyYear.map(({ period }) => period)),
    leavers: flowOf('leavers'),
    joiners: flowOf('joiners'),
    places: calibratePlaces(flows, everyYear),
    reclassification: reclassificationOf(rows, totals),
  });
}

const NO_FLOWS = {
  code: 'inconsistent',
  message: 'the history has no year with stock, joiners and leavers; rates are learned from such years',
  path: 'joiners',
  hint: 'Add columns joiners and leavers with the counts of the twelve months up to each period.',
} as const;

/** Years of the whole added up from the finest split that the history has. */
function totalsOf(flows: readonly YearlyFlow[]): readonly YearlyFlow[] {
  const depth = Math.max(0, ...flows.map(depthOf));
  const finest = flows.filter((flow) => depthOf(flow) === depth);
  return addUp(finest, { band: EVERYBODY, ageGroup: EVERYBODY });
}

function depthOf({ band, ageGroup, place }: YearlyFlow): number {
  return [band, ageGroup, place].filter((member) => member !== EVERYBODY).length;
}

/** Adds bands over all ages, and ages over all bands, where the history has them by both axes only. */
function withMargins(flows: readonly YearlyFlow[]): readonly YearlyFlow[] {
  const cells = flows.filter((flow) => isSplitBy(flow, { place: false, band: true, ageGroup: true }));
  const has = (axes: { readonly band: boolean; readonly ageGroup: boolean }) =>
    flows.some((flow) => isSplitBy(flow, { place: false, ...axes }));
  const bands = has({ band: true, ageGroup: false })
    ? []
    : [...groupBy(cells, ({ band }) => band)].flatMap(([band, its]) => addUp(its, { band, ageGroup: EVERYBODY }));
  const ageGroups = has({ band: false, ageGroup: true })
    ? []
    : [...groupBy(cells, ({ ageGroup }) => ageGroup)].flatMap(([ageGroup, its]) =>
        addUp(its, { band: EVERYBODY, ageGroup }),
      );
  return [...flows, ...bands, ...ageGroups];
}

/** One flow for each period, of everybody's place. */
function addUp(
  flows: readonly YearlyFlow[],
  as: { readonly band: string; readonly ageGroup: string },
): readonly YearlyFlow[] {
  return [...groupBy(flows, ({ period }) => period).values()].map((its) => ({
    ...its.reduce((sum, flow) => ({
      ...sum,
      opening: sum.opening + flow.opening,
      closing: sum.closing + flow.closing,
      joiners: sum.joiners + flow.joiners,
      leavers: sum.leavers + flow.leavers,
      isCounted: sum.isCounted && flow.isCounted,
    })),
    ...as,
    place: EVERYBODY,
  }));
}

type FlowTerms = {
  readonly flow: 'joiners' | 'leavers';
  readonly level: Level;
  readonly everyYear: readonly RegimeYear[];
};

function calibrateFlow(flows: readonly YearlyFlow[], terms: FlowTerms): CalibratedFlow {
  const kind = terms.flow === 'leavers' ? 'share' : 'rate';
  const pooled = (axes: { readonly band: boolean; readonly ageGroup: boolean }) => {
    const its = flows.filter((flow) => isSplitBy(flow, { place: false, ...axes }));
    const fromPlaces = flows.filter((flow) => isSplitBy(flow, { place: true, ...axes }));
    return poolStructure(countedOf(its.length > 0 ? its : fromPlaces, flows, terms), kind);
  };
  return {
    level: terms.level,
    cells: pooled({ band: true, ageGroup: true }),
    bands: pooled({ band: true, ageGroup: false }),
    ageGroups: pooled({ band: false, ageGroup: true }),
  };
}

/** Events and people of each group over all years; a year that ran higher than the level wanted counts its people for
 *  more, which is the time effect that all groups share. */
function countedOf(
  its: readonly YearlyFlow[],
  flows: readonly YearlyFlow[],
  { flow, level, everyYear }: FlowTerms,
): readonly Counted[] {
  const yearLevel = new Map(
    everyYear.map((year) => [year.period, flow === 'leavers' ? year.leaverShare : year.joinerShare]),
  );
  const groups = groupBy(its, ({ band, ageGroup }) => JSON.stringify([band, ageGroup]));
  return [...groups.values()].flatMap((years): readonly Counted[] => {
    const [first] = years;
    if (first === undefined) return [];
    const { band, ageGroup } = first;
    const people = years.reduce((sum, year) => {
      const height = (yearLevel.get(year.period) ?? level.share) / level.share;
      const base = flow === 'leavers' ? atRisk(year.opening, year) : openingOfBand(year, flows);
      return sum + base * height;
    }, 0);
    return [{ band, ageGroup, people, count: years.reduce((sum, year) => sum + year[flow], 0) }];
  });
}

/** Joiners of an age group are counted on the opening stock of their whole band, or of everybody. */
function openingOfBand(year: YearlyFlow, flows: readonly YearlyFlow[]): number {
  if (year.ageGroup === EVERYBODY) return year.opening;
  const beside = flows.filter(
    ({ period, place, band }) => period === year.period && place === year.place && band === year.band,
  );
  const whole = beside.find(({ ageGroup }) => ageGroup === EVERYBODY);
  return whole?.opening ?? beside.reduce((sum, { opening }) => sum + opening, 0);
}

function calibratePlaces(flows: readonly YearlyFlow[], everyYear: readonly RegimeYear[]): readonly CalibratedPlace[] {
  const yearLevel = new Map(everyYear.map(({ period, leaverShare }) => [period, leaverShare]));
  const its = flows.filter((flow) => isSplitBy(flow, { place: true, band: false, ageGroup: false }));
  const counted = [...groupBy(separatePlaces(its), ({ place }) => place)].map(([place, years]) => ({
    place,
    leavers: years.reduce((sum, year) => sum + year.leavers, 0),
    expected: years.reduce((sum, year) => sum + (yearLevel.get(year.period) ?? 0) * atRisk(year.opening, year), 0),
  }));
  const sound = counted.filter(({ expected }) => expected > 0);
  const { posteriors } = poolRates(
    sound.map(({ leavers, expected }) => ({ count: leavers, people: expected, expected: 1, expectedLogVariance: 0 })),
  );
  return sound.map((place, index) => ({ ...place, ...(posteriors[index] ?? { mean: 1, p10: 1, p90: 1 }) }));
}

function separatePlaces(flows: readonly YearlyFlow[]): readonly YearlyFlow[] {
  return [...groupBy(flows, ({ place }) => place).values()].flatMap((years) => separateYears(years));
}

/** What a prior of a tenth of what comes and goes, half a percent of stock, counts for in years. */
const PRIOR_RECODED = { years: 2, sd: 0.005 };

/** Sets each counted stock beside the one counted before it and the flows of all the years between. */
function reclassificationOf(
  rows: readonly HistoryRow[],
  totals: readonly YearlyFlow[],
): Calibration['reclassification'] {
  const counted = new Map(
    rows.flatMap((row) =>
      row.stock !== null && isSplitBy(row, { place: false, band: false, ageGroup: false })
        ? [[row.period, row.stock] as const]
        : [],
    ),
  );
  const chain = separateYears(totals);
  const spans: { readonly share: number; readonly years: number }[] = [];
  let start: { readonly stock: number; readonly net: number; readonly years: number } | null = null;
  for (const { period, joiners, leavers } of chain) {
    const before = counted.get(period - 12);
    if (before !== undefined) start = { stock: before, net: 0, years: 0 };
    if (start === null) continue;
    start = { stock: start.stock, net: start.net + joiners - leavers, years: start.years + 1 };
    const after = counted.get(period);
    if (after === undefined) continue;
    spans.push({ share: (after - start.stock - start.net) / start.stock / start.years, years: start.years });
    start = null;
  }
  const years = spans.reduce((sum, span) => sum + span.years, 0);
  if (years === 0) return null;
  const mean = spans.reduce((sum, span) => sum + span.share * span.years, 0) / years;
  const squares = spans.reduce((sum, span) => sum + span.years * (span.share - mean) * (span.share - mean), 0);
  const variance =
    (PRIOR_RECODED.years * PRIOR_RECODED.sd * PRIOR_RECODED.sd + squares) / (PRIOR_RECODED.years + years - 1);
  return { mean, sd: Math.sqrt(variance), years };
}
