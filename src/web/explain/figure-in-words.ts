// A figure's name in words, for the heading of the page that takes it apart.
import { monthInWords } from '#kernel';
import { parseFigureName, type FigureName } from '#planning';
import type { Workspace } from '#service';

type SeriesFigure = Extract<FigureName, { readonly kind: 'series' }>;

const MEASURES: Readonly<Partial<Record<SeriesFigure['measure'], string>>> = {
  fte: 'Supply',
  demandFte: 'Demand',
  gapFte: 'Gap',
  shortageFte: 'Shortage',
};

const STATISTICS: Readonly<Record<SeriesFigure['statistic'], string>> = {
  mean: '',
  p10: ', tenth percentile',
  p50: ', median',
  p90: ', ninetieth percentile',
};

/** The name as it is where it is no figure, or one that has no words. */
export function figureInWords(name: string, { pack, tree }: Workspace): string {
  const figure = parseFigureName(name);
  if (!figure.ok) return name;
  const { value } = figure;
  if (value.kind === 'programme-cost') return 'What the plan costs';
  if (value.kind !== 'series') return `The ${value.kind} ${value.id}`;
  const { measure, place, family, role, band, month, statistic, isWithPlan } = value;
  const { families, roles, bands } = pack.system;
  const named = [
    [families, family],
    [roles, role],
    [bands, band],
  ] as const;
  const slice = named.flatMap(([all, wanted]) => all.find(({ id }) => id === wanted)?.name ?? []);
  const where = [...slice, tree.byCode.get(place)?.name ?? place].join(', ');
  const planned = isWithPlan ? ' with the plan' : '';
  return `${MEASURES[measure] ?? measure} of ${where} in ${monthInWords(month)}${planned}${STATISTICS[statistic]}`;
}
