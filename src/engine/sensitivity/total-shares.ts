// Which share of the gap's variance goes with each of the assumptions that matter, alone and together with others.
import { LIMITS, sobolPoints } from '#kernel';
import { samplesAt, scramblesOf, type Assumption, type SampleDesign } from '#workforce';
import type { Samples } from '../projection.ts';
import type { GapReader } from './gap-reader.ts';
import { totalIndices, type TotalIndex } from './jansen.ts';

export type TotalRequest = {
  readonly reader: GapReader;
  readonly design: SampleDesign;
  readonly seed: number;
  /** Samples, a power of two; each factor takes as many runs more. */
  readonly count: number;
  /** Ids of the assumptions to ask about. */
  readonly wanted: readonly string[];
};

/** One assumption, or several that go up and down together: these can only be told apart from all others. */
export type TotalShare = TotalIndex & { readonly assumptions: readonly string[] };

/** @param register the one that samples are drawn of, in the model's order @source docs/model/sensitivity.md, eq. 9 */
export function totalShares(register: readonly Assumption[], request: TotalRequest): readonly TotalShare[] {
  const { design, wanted, count } = request;
  const factors = factorsOf(design, wanted);
  const points = drawPoints(request, factors);
  const width = design.dimensions.length;
  const base = samplesAt(register, design, { count, points: points.first.slice() });
  const values = valuesAt(request.reader, { samples: base, known: null });
  const redrawn = factors.map((members) => {
    const mixed = points.first.slice();
    for (let sample = 0; sample < count; sample++) {
      for (const member of members) mixed[sample * width + member] = points.second.get(member)?.[sample] ?? 0.5;
    }
    const samples = samplesAt(register, design, { count, points: mixed });
    const columns = members.map((member) => register.findIndex(({ id }) => id === design.dimensions[member]));
    return valuesAt(request.reader, { samples, known: { ...values, columns } });
  });
  const gaps = { base: gapOf(values), redrawn: redrawn.map(gapOf) };
  return totalIndices(gaps, scramblesOf(count)).map((index, factor) => ({
    ...index,
    assumptions: (factors[factor] ?? []).map((member) => design.dimensions[member] ?? ''),
  }));
}

/** Dimensions of each factor: those that are tied to another are one with it. As many as there are dimensions left for. */
function factorsOf({ dimensions, groups }: SampleDesign, wanted: readonly string[]): readonly (readonly number[])[] {
  const factors: (readonly number[])[] = [];
  let room = LIMITS.uncertainAssumptions - dimensions.length;
  for (const id of wanted) {
    const dimension = dimensions.indexOf(id);
    if (dimension < 0 || factors.some((members) => members.includes(dimension))) continue;
    const members = groups.find((group) => group.members.includes(dimension))?.members ?? [dimension];
    room -= members.length;
    if (room >= 0) factors.push(members);
  }
  return factors;
}

type Points = {
  /** Shape [sample][dimension]. */
  readonly first: Float64Array;
  /** A second number for each dimension of a factor, shape [dimension] → [sample]. */
  readonly second: ReadonlyMap<number, Float64Array>;
};

/** Both draws are dimensions of one set of points, which is what keeps them independent of each other and even together. */
function drawPoints({ design, seed, count }: TotalRequest, factors: readonly (readonly number[])[]): Points {
  const width = design.dimensions.length;
  const again = factors.flat();
  const first = new Float64Array(count * width);
  const second = new Map(again.map((dimension) => [dimension, new Float64Array(count)]));
  const scrambles = scramblesOf(count);
  const size = count / scrambles;
  const dimensions = width + again.length;
  for (let scramble = 0; scramble < scrambles; scramble++) {
    const points = sobolPoints({ count: size, dimensions, seed, scramble });
    for (let point = 0; point < size; point++) {
      const sample = scramble * size + point;
      first.set(points.subarray(point * dimensions, point * dimensions + width), sample * width);
      again.forEach((dimension, index) => {
        const column = second.get(dimension);
        if (column !== undefined) column[sample] = points[point * dimensions + width + index] ?? 0.5;
      });
    }
  }
  return { first, second };
}

type GapValues = { readonly supplyFte: Float64Array; readonly demandFte: Float64Array };

type Reading = {
  readonly samples: Samples;
  /** What is known of samples that are the same but for some columns. */
  readonly known: (GapValues & { readonly columns: readonly number[] }) | null;
};

function valuesAt(reader: GapReader, { samples, known }: Reading): GapValues {
  const readAll = (read: (samples: Samples, sample: number) => number): Float64Array =>
    Float64Array.from({ length: samples.count }, (_, sample) => read(samples, sample));
  const isSame = (moves: ReadonlySet<number>): boolean => known?.columns.some((column) => moves.has(column)) === false;
  return {
    supplyFte: known !== null && isSame(reader.movesSupply) ? known.supplyFte : readAll(reader.supplyFte),
    demandFte: known !== null && isSame(reader.movesDemand) ? known.demandFte : readAll(reader.demandFte),
  };
}

function gapOf({ supplyFte, demandFte }: GapValues): Float64Array {
  return supplyFte.map((supply, sample) => supply - (demandFte[sample] ?? 0));
}
