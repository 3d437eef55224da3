// Measures by how much shared chance narrows the difference between two futures of the England pack, and why not by more.
import type { Benchmark, Figure } from './benchmark.ts';
import { type Narrowing, narrowing, type Ratio } from './narrowing.ts';
import { packNamed } from './pack-model.ts';
import { AS_THINGS_STAND, changesOf, type Figures, figuresOf, keyOf, MEASURES, STEPS } from './paired-futures.ts';

/** Each sample has assumptions of its own; of two futures the samples of one number share assumptions and keys. */
export async function benchSharedChance(): Promise<Benchmark> {
  const pack = await packNamed('england');
  const base = await figuresOf(pack, AS_THINGS_STAND);
  const rows: Row[] = [];
  for (const change of changesOf(pack)) rows.push(...compare(change.name, base, await figuresOf(pack, change)));
  return {
    id: 'shared-chance',
    title: 'Differences between futures of the England pack: variance without shared chance over variance with it',
    isSound: rows.every(({ all }) => all.together < all.apart),
    figures: rows.flatMap(toFigures),
    runs: rows,
  };
}

type Row = Narrowing & { readonly change: string; readonly measure: string; readonly step: number };

/** Where both futures have the same figure in every draw there is no difference to narrow. */
function compare(change: string, base: Figures, other: Figures): readonly Row[] {
  return MEASURES.flatMap((measure) =>
    STEPS.flatMap((step) => {
      const [one, two] = [base, other].map((figures) => figures.get(keyOf(measure, step)));
      if (one === undefined || two === undefined) return [];
      const row = narrowing(one, two);
      return row.all.together > 0 ? [{ change, measure, step, ...row }] : [];
    }),
  );
}

function toFigures({ change, measure, step, all, assumptions, persons }: Row): readonly Figure[] {
  const label = `${change}, ${measure} after ${step / 12} years`;
  return [
    { label: `${label}: both, 90% interval ${interval(all)}`, value: all.ratio, unit: '×', goal: '25 or more' },
    { label: `${label}: assumptions alone ${interval(assumptions)}`, value: assumptions.ratio, unit: '×', goal: null },
    { label: `${label}: persons’ chance alone ${interval(persons)}`, value: persons.ratio, unit: '×', goal: null },
  ].filter(({ value }) => Number.isFinite(value));
}

function interval({ low, high }: Ratio): string {
  return `${low.toPrecision(3)} to ${high.toPrecision(3)}`;
}
