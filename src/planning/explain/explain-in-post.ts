// People in post, taken back to the places and roles that they are counted in, as they are published.
import { fail, groupBy, ok, type Result } from '#kernel';
import { placeTree, subtreeOf, type PlaceTree, type StockRow } from '#workforce';
import type { Pack } from '../ports.ts';
import { publishPack } from '../publish/publish-pack.ts';
import { stockShown, type Count } from '../publish/stock-shown.ts';
import { sourceInWords, type ExplainedPart, type Explanation } from './explanation.ts';
import type { FigureName } from './figure-name.ts';

export type InPostFigure = Extract<FigureName, { readonly kind: 'in-post' }>;

/** @returns `not-found` also where every group that is counted is too small to be told */
export function explainInPost(given: Pack, figure: InPostFigure, name: string): Result<Explanation> {
  const { published, ...pack } = given.published === undefined ? publishPack(given) : given;
  if (published === undefined) return fail(unknown(name));
  const tree = placeTree(pack.system.places);
  const place = tree.byCode.get(figure.place);
  if (place === undefined) return fail(unknown(name));
  const shown = stockShown({ tree, pack: { system: pack.system, published } }, figure.place);
  const isMeant = meantBy(figure, pack);
  const rows = shown.rows.filter(isMeant);
  const count = shown.countOf(rows);
  if (rows.length === 0 || count.isHidden) return fail(unknown(name));
  const { unit } = figure;
  const { rule } = published;
  return ok({
    figure: name,
    says: `${unit === 'people' ? 'People' : 'Full-time equivalents of the people'} in post in ${place.name} and below at the base month, counted and not projected, so without an interval`,
    unit,
    value: amountOf(count, unit),
    stated: amountOf(count, unit),
    isReproduced: true,
    formula: `Σ over places and roles of published counts; 1 to ${rule.hideTo} are hidden and count as ${rule.countHiddenAs}, the others are rounded to ${rule.roundTo} (rule “${rule.name}” ${rule.version}); bands are spread as the role is in the nation`,
    parts: [
      ...partsBelow({ figure, tree, rows, countOf: shown.countOf }),
      ...partsHere({ figure, pack, rows, countOf: shown.countOf }),
    ],
  });
}

function meantBy({ family, role, band }: InPostFigure, { system }: Pick<Pack, 'system'>): (row: StockRow) => boolean {
  const inFamily = new Set(system.roles.filter((each) => each.family === family).map(({ id }) => id));
  return (row) =>
    (family === '*' || inFamily.has(row.role)) &&
    (role === '*' || row.role === role) &&
    (band === '*' || row.band === band);
}

type Counting = {
  readonly figure: InPostFigure;
  readonly rows: readonly StockRow[];
  readonly countOf: (rows: readonly StockRow[]) => Count;
};

/** One part for each place directly below, under its own name, so that it can be asked for in its turn. */
function partsBelow(counting: Counting & { readonly tree: PlaceTree }): readonly ExplainedPart[] {
  const { figure, tree, rows } = counting;
  return (tree.childrenOf.get(figure.place) ?? []).flatMap(({ code, name }) => {
    const within = new Set(subtreeOf(tree, code).map((each) => each.code));
    const own = rows.filter((row) => within.has(row.place));
    const called = nameOf({ ...figure, place: code });
    return own.length === 0
      ? []
      : [partOf(counting, { name: called, says: `${name} and all below it`, rows: own, source: null })];
  });
}

/** What is counted in the place itself: by role, or by band where the role is named. */
function partsHere(counting: Counting & { readonly pack: Pick<Pack, 'system'> }): readonly ExplainedPart[] {
  const { figure, pack, rows } = counting;
  const { roles, bands } = pack.system;
  const isOneRole = figure.role !== '*';
  const own = rows.filter(({ place }) => place === figure.place);
  return [...groupBy(own, (row) => (isOneRole ? row.band : row.role))].map(([id, group]) => {
    const named = (isOneRole ? bands : roles).find((each) => each.id === id);
    const sources = [...new Set(group.map(({ source }) => source))].map((each) => sourceInWords(pack.system, each));
    return partOf(counting, {
      name: named?.name ?? id,
      says: isOneRole ? 'in the place itself, by band' : 'in the place itself, by role',
      rows: group,
      source: sources.join('; '),
    });
  });
}

type Piece = Pick<ExplainedPart, 'name' | 'says' | 'source'> & { readonly rows: readonly StockRow[] };

function partOf({ figure: { unit }, countOf }: Counting, { name, says, rows, source }: Piece): ExplainedPart {
  const count = countOf(rows);
  const value = count.isHidden ? null : amountOf(count, unit);
  return {
    name,
    value,
    unit,
    says: count.isHidden ? `${says}; hidden, for few people are counted` : says,
    source,
    location: null,
    parts: [],
  };
}

function amountOf({ people, fte }: Count, unit: InPostFigure['unit']): number {
  return unit === 'people' ? people : fte;
}

function nameOf({ unit, place, family, role, band }: InPostFigure): string {
  const slices = Object.entries({ family, role, band }).filter(([, id]) => id !== '*');
  return [unit === 'people' ? 'inPost' : 'inPostFte', place, ...slices.map(([axis, id]) => `${axis}=${id}`)].join(':');
}

function unknown(name: string) {
  return {
    code: 'not-found',
    message: `Figure '${name}': nobody is counted there who may be told of.`,
    path: 'FIGURE',
    hint: 'Name a place, family, role or band of the pack in which people are in post.',
  } as const;
}
