// A plan cut into the parts that pages ask for: the head once, and for each place what is its own.
import { z } from 'zod';
import { groupBy } from '#kernel';
import { planDocumentSchema, type PlanDocument } from '#planning';

const shape = planDocumentSchema.shape;
const total = z.object({
  channel: z.string(),
  people: z.number(),
  costGbp: z.number(),
  interventions: z.number().int(),
});

/** All of the document that is short: everything but the series and the single interventions. */
export const planHeadSchema = planDocumentSchema.omit({
  series: true,
  seriesWithPlan: true,
  interventions: true,
  chanceClosed: true,
});
export type PlanHead = z.infer<typeof planHeadSchema>;

/** What a place's page shows: its own series for all roles and for each family, and its chance of being closed. */
export const placePartSchema = z.object({
  place: z.string(),
  series: shape.series,
  seriesWithPlan: shape.seriesWithPlan,
  chanceClosed: shape.chanceClosed,
  /** Starts by channel in the place and everything below it. */
  channels: z.array(total),
  disclosure: shape.disclosure,
});
export type PlacePart = z.infer<typeof placePartSchema>;

/** A place's series for each role and each band. */
export const detailPartSchema = z.object({
  place: z.string(),
  series: shape.series,
  seriesWithPlan: shape.seriesWithPlan,
  notShown: z.array(z.string()).default([]).describe('Roles left out, because every group of them here is small'),
  disclosure: shape.disclosure,
});
export type DetailPart = z.infer<typeof detailPartSchema>;

/** What starts in a place itself. */
export const interventionsPartSchema = z.object({ place: z.string(), interventions: shape.interventions });
export type InterventionsPart = z.infer<typeof interventionsPartSchema>;

/** Every place in one line, for maps and tables: all roles together, with and without the plan, at some months. */
export const overviewPartSchema = z.object({
  disclosure: shape.disclosure,
  months: z.array(z.string()),
  places: z.array(
    z.object({
      code: z.string(),
      gapFte: z.array(shape.requirements.element.shape.demandFteAtMaturity),
      gapWithPlanFte: z.array(shape.requirements.element.shape.demandFteAtMaturity),
      demandFte: z.array(z.number()),
      supplyFte: z.array(z.number()),
    }),
  ),
});
export type OverviewPart = z.infer<typeof overviewPartSchema>;

/** Names of the parts under the key of a plan. */
export const PLAN_PART = {
  /** The whole of plan.json. */
  document: 'document',
  head: 'head',
  overview: 'overview',
  place: (code: string) => `place/${code}`,
  detail: (code: string) => `detail/${code}`,
  interventions: (code: string) => `interventions/${code}`,
} as const;

/** Cuts a plan into its parts, name → plain data that the schemas above describe. */
export function partsOfPlan(document: PlanDocument): ReadonlyMap<string, unknown> {
  const { series, seriesWithPlan, interventions, chanceClosed, ...head } = document;
  const rule = ruleOf(document);
  const before = groupBy(series, ({ place }) => place);
  const after = groupBy(seriesWithPlan, ({ place }) => place);
  const startsOf = groupBy(interventions, ({ place }) => place);
  const below = placesBelow(document.places);
  const parts = new Map<string, unknown>([
    [PLAN_PART.document, document],
    [PLAN_PART.head, head satisfies PlanHead],
    [PLAN_PART.overview, { ...overviewOf(document), ...rule } satisfies OverviewPart],
  ]);
  for (const { code } of document.places) {
    const [own, planned] = [before.get(code) ?? [], after.get(code) ?? []];
    parts.set(PLAN_PART.place(code), {
      place: code,
      series: own.filter(isBroad),
      seriesWithPlan: planned.filter(isBroad),
      chanceClosed: chanceClosed.filter(({ place }) => place === code),
      channels: totalsByChannel((below.get(code) ?? []).flatMap((each) => startsOf.get(each) ?? [])),
      ...rule,
    } satisfies PlacePart);
    parts.set(PLAN_PART.detail(code), {
      place: code,
      series: own.filter((row) => !isBroad(row)),
      seriesWithPlan: planned.filter((row) => !isBroad(row)),
      notShown: [],
      ...rule,
    } satisfies DetailPart);
    parts.set(PLAN_PART.interventions(code), {
      place: code,
      interventions: [...(startsOf.get(code) ?? [])],
    } satisfies InterventionsPart);
  }
  return parts;
}

function ruleOf({ disclosure }: PlanDocument): Pick<PlanDocument, 'disclosure'> {
  return disclosure === undefined ? {} : { disclosure };
}

type SeriesRow = PlanDocument['series'][number];

function isBroad({ role, band }: SeriesRow): boolean {
  return role === '*' && band === '*';
}

/** Each place → itself and every place below it. */
function placesBelow(places: PlanDocument['places']): ReadonlyMap<string, readonly string[]> {
  const parentOf = new Map(places.map(({ code, parent }) => [code, parent]));
  const below = new Map<string, string[]>(places.map(({ code }) => [code, []]));
  for (const { code } of places) {
    for (let above: string | null = code; above !== null; above = parentOf.get(above) ?? null) {
      below.get(above)?.push(code);
    }
  }
  return below;
}

function totalsByChannel(interventions: PlanDocument['interventions']): PlacePart['channels'] {
  return [...groupBy(interventions, ({ channel }) => channel)].map(([channel, starts]) => ({
    channel,
    people: starts.reduce((sum, { people }) => sum + people, 0),
    costGbp: starts.reduce((sum, { costGbp }) => sum + costGbp, 0),
    interventions: starts.length,
  }));
}

/** The first month, and each month a whole number of years after it. */
function overviewOf({ months, places, series, seriesWithPlan }: PlanDocument): OverviewPart {
  const at = months.map((_, index) => index).filter((index) => index % 12 === 0);
  const rowOf = (rows: PlanDocument['series']) => {
    const all = rows.filter(({ role, family, band }) => role === '*' && family === '*' && band === '*');
    const byName = new Map(all.map((row) => [`${row.measure}\n${row.place}`, row]));
    return (measure: string, place: string) => byName.get(`${measure}\n${place}`);
  };
  const [before, after] = [rowOf(series), rowOf(seriesWithPlan.length === 0 ? series : seriesWithPlan)];
  const means = (row: SeriesRow | undefined) => at.map((index) => row?.mean[index] ?? 0);
  const estimates = (row: SeriesRow | undefined) =>
    at.map((index) => ({
      mean: row?.mean[index] ?? 0,
      p10: row?.p10[index] ?? 0,
      p50: row?.p50[index] ?? 0,
      p90: row?.p90[index] ?? 0,
    }));
  return {
    months: at.map((index) => months[index] ?? ''),
    places: places.map(({ code }) => ({
      code,
      gapFte: estimates(before('gapFte', code)),
      gapWithPlanFte: estimates(after('gapFte', code)),
      demandFte: means(before('demandFte', code)),
      supplyFte: means(before('fte', code)),
    })),
  };
}
