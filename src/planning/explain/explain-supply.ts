// Supply taken back to where the people came from: the stock of the base month, and each way in since.
import { supplyOrigins, type Slice, type Start, type SupplyOrigin } from '#engine';
import { placeTree, subtreeOf, type Assumption } from '#workforce';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import { assumptionPart, sourceInWords, type ExplainedPart } from './explanation.ts';

type SupplyQuestion = {
  readonly slice: Slice;
  readonly step: number;
  readonly starts: readonly Start[];
  readonly measure: 'headcount' | 'fte';
  /** The mean that the parts are to add up to. */
  readonly mean: number;
};

/** @returns the origins of a slice's people, which add up to the mean: at the stated values, and what averaging over
 *  the samples adds */
export function supplyExplained(run: PreparedRun, question: SupplyQuestion): readonly ExplainedPart[] {
  const parts = supplyOrigins(run.model, question).map((origin) => originPart(run, question, origin));
  const stated = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return [
    ...parts,
    {
      name: 'uncertainty',
      value: question.mean - stated,
      unit: unitOf(question),
      says: `what averaging over ${run.samples.count} samples of the assumptions adds to the course at their stated values`,
      source: null,
      location: null,
      parts: [],
    },
  ];
}

function originPart(run: PreparedRun, question: SupplyQuestion, origin: SupplyOrigin): ExplainedPart {
  const channel = run.pack.system.channels.find(({ id }) => id === origin.channel);
  const said = WORDS[origin.kind];
  return {
    name: channel === undefined ? origin.kind : `${origin.kind}: ${channel.name}`,
    value: question.measure === 'headcount' ? origin.headcount : origin.fte,
    unit: unitOf(question),
    says: said,
    source:
      origin.kind === 'opening'
        ? stockSources(run, question.slice)
        : channel === undefined
          ? null
          : sourceInWords(run.pack.system, channel.source),
    location: origin.kind === 'opening' ? 'stock.csv' : (run.pack.locations.get(`channel/${origin.channel}`) ?? null),
    parts: assumptionsOf(run, origin).map((assumption) => assumptionPart(run.pack, assumption)),
  };
}

const WORDS: { readonly [kind in SupplyOrigin['kind']]: string } = {
  opening: 'people in post at the base month who are still here, promotions and moves included',
  recoding: 'net effect of recoding and internal transfer since',
  recruitment: 'people recruited on the market since, and still here',
  baseline: 'people who came through starts that happen anyway, and are still here',
  plan: 'people who came through starts of the plan, and are still here',
};

/** Assumptions that govern an origin, by the model's own ids and by those that the channel names. */
function assumptionsOf(run: PreparedRun, origin: SupplyOrigin): readonly Assumption[] {
  const channel = run.pack.system.channels.find(({ id }) => id === origin.channel);
  const wanted = new Set([
    ...PARAMETERS_OF[origin.kind],
    ...(channel === undefined ? [] : [channel.completion, channel.baselineStartsPerYear]),
  ]);
  return run.register.filter(({ id }) => wanted.has(id));
}

const PARAMETERS_OF: { readonly [kind in SupplyOrigin['kind']]: readonly string[] } = {
  opening: [
    'stock.level',
    'attrition.yearly',
    'attrition.level',
    'attrition.family-factor',
    'attrition.place-factor',
    'promotion.yearly',
  ],
  recoding: ['reclassification.yearly'],
  recruitment: ['recruitment.yearly', 'recruitment.level', 'establishment.level', 'vacancy.filled-monthly'],
  baseline: [],
  plan: [],
};

function stockSources({ pack }: PreparedRun, slice: Slice): string {
  const tree = placeTree(pack.system.places);
  const codes = new Set(subtreeOf(tree, slice.place).map(({ code }) => code));
  const rows = pack.system.stock.filter((row) => codes.has(row.place));
  const sources = [...new Set(rows.map(({ source }) => source))].toSorted();
  return `${rows.length} rows of stock: ${sources.map((id) => sourceInWords(pack.system, id)).join('; ')}`;
}

function unitOf({ measure }: SupplyQuestion): string {
  return measure === 'headcount' ? 'people' : 'FTE';
}
