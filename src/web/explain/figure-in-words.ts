// A figure's name in words, for the heading of the page that takes it apart.
import { monthInWords } from '#kernel';
import { parseFigureName, type FigureName, type Undertaken } from '#planning';
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

const UNDERTAKEN_WORDS: Readonly<Record<Undertaken, string>> = {
  commitments: 'Commitments',
  people: 'People undertaken',
  started: 'People started',
  lost: 'People lost',
  cost: 'Cost undertaken',
  spent: 'Money spent',
};

/** The name as it is where it is no figure, or one that has no words. */
export function figureInWords(name: string, workspace: Workspace): string {
  const figure = parseFigureName(name);
  if (!figure.ok) return name;
  const { value } = figure;
  const { system } = workspace.pack;
  switch (value.kind) {
    case 'programme-cost':
      return 'What the plan costs';
    case 'series': {
      const planned = value.isWithPlan ? ' with the plan' : '';
      const when = `in ${monthInWords(value.month)}${planned}${STATISTICS[value.statistic]}`;
      return `${MEASURES[value.measure] ?? value.measure} of ${sliceInWords(value, workspace)} ${when}`;
    }
    case 'in-post':
      return `${value.unit === 'people' ? 'People' : 'FTE'} in post: ${sliceInWords(value, workspace)}`;
    case 'starts': {
      const channel = system.channels.find(({ id }) => id === value.channel)?.name ?? 'all channels';
      const what = value.unit === 'people' ? 'People started' : 'Cost of starts';
      return `${what}: ${channel}, ${placeInWords(value.place, workspace)}`;
    }
    case 'undertaken':
      return `${UNDERTAKEN_WORDS[value.what]}: ${placeInWords(value.place, workspace)}`;
    case 'assumption':
      return `Assumption ‘${system.assumptions.find(({ id }) => id === value.id)?.description ?? value.id}’`;
    default:
      return `The ${value.kind} ${value.id}`;
  }
}

type Slice = Pick<SeriesFigure, 'place' | 'family' | 'role' | 'band'>;

function sliceInWords({ place, family, role, band }: Slice, workspace: Workspace): string {
  const { families, roles, bands } = workspace.pack.system;
  const named = [
    [families, family],
    [roles, role],
    [bands, band],
  ] as const;
  const slice = named.flatMap(([all, wanted]) => all.find(({ id }) => id === wanted)?.name ?? []);
  return [...slice, placeInWords(place, workspace)].join(', ');
}

function placeInWords(code: string, { tree }: Workspace): string {
  return tree.byCode.get(code)?.name ?? code;
}
