// Measures by how much shared chance narrows the difference between two scenarios of the England pack.
import { chunksOf, mergeChunks, projectChunk, type ProjectionRequest } from '#engine';
import { type Benchmark, meanOf, varianceOf } from './benchmark.ts';
import { modelOf, packNamed, type PackModel } from './pack-model.ts';

const BASE = 'as-things-stand';
/** Scenarios that change the people, by their rates, and one that changes what is asked of them. */
const OTHERS = ['growth-2019-24', 'freeze-2024-25', 'faster-adoption'] as const;
const DRAWS = 64;
const STEPS = [12, 60, 120] as const;
const MEASURES = ['fte', 'gapFte'] as const;

/** Each draw has assumptions and whole people of its own; of two scenarios the draws of one number share their keys. */
export async function benchSharedChance(): Promise<Benchmark> {
  const pack = await packNamed('england');
  const base = drawsOf(modelOf(pack, BASE));
  const comparisons = OTHERS.flatMap((scenario) => {
    const other = drawsOf(modelOf(pack, scenario));
    return MEASURES.flatMap((measure) => STEPS.map((step) => compare({ scenario, measure, step }, base, other)));
  });
  return {
    id: 'shared-chance',
    title: `Differences between scenarios of the England pack, ${DRAWS} draws each`,
    isSound: comparisons.every(({ apart, together }) => together < apart),
    // Where both scenarios have the same people there is no difference to narrow.
    figures: comparisons
      .filter(({ together }) => together > 0)
      .map(({ scenario, measure, step, apart, together }) => ({
        label: `${scenario}, ${measure} after ${step} months: variance without shared chance over variance with it`,
        value: apart / together,
        unit: '×',
        goal: '25 or more',
      })),
    runs: comparisons,
  };
}

/** The nation's figures, draw by draw. */
type Draws = ReadonlyMap<string, readonly number[]>;

type At = { readonly scenario: string; readonly measure: string; readonly step: number };

function drawsOf({ model, sample }: PackModel): Draws {
  const samples = sample(DRAWS, 1);
  const width = model.register.length;
  const draws = new Map<string, number[]>();
  for (let draw = 0; draw < DRAWS; draw++) {
    const values = samples.values.slice(draw * width, (draw + 1) * width);
    const request: ProjectionRequest = { mode: 'draws', seed: draw, samples: { count: 1, values }, starts: [] };
    const chunks = chunksOf(model, request.samples.count).map((chunk) => projectChunk(model, request, chunk));
    const { series } = mergeChunks(model, request, chunks);
    const nation = model.places.find((place) => place.parent < 0)?.code;
    for (const measure of MEASURES) {
      const found = series.find(
        (each) =>
          each.measure === measure &&
          each.place === nation &&
          each.family === '*' &&
          each.role === '*' &&
          each.band === '*',
      );
      for (const step of STEPS) {
        const key = keyOf({ measure, step });
        draws.set(key, [...(draws.get(key) ?? []), found?.mean[step] ?? Number.NaN]);
      }
    }
  }
  return draws;
}

function keyOf({ measure, step }: Pick<At, 'measure' | 'step'>): string {
  return `${measure} ${step}`;
}

/** Without shared chance the variances of both add up; with it, what they have in common falls out. */
function compare(at: At, base: Draws, other: Draws) {
  const [one, two] = [base, other].map((draws) => draws.get(keyOf(at)) ?? []);
  const differences = (two ?? []).map((value, draw) => value - (one?.[draw] ?? Number.NaN));
  const apart = varianceOf(one ?? []) + varianceOf(two ?? []);
  const together = varianceOf(differences);
  return { ...at, difference: meanOf(differences), apart, together };
}
