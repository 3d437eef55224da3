// The series of a sample plan: demand that runs ahead of supply, and supply that follows where a plan is made.
import type { PlanDocument } from '#planning';

type Series = PlanDocument['series'][number];
type Measure = Series['measure'];
type Place = PlanDocument['places'][number];

/** October 2025 to October 2035. */
export const MONTHS: readonly string[] = Array.from({ length: 121 }, (_, index) => {
  const month = 9 + index;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** @param closed share of the gap that is closed by the end, 0..1 */
export function sampleSeries(
  of: { places: readonly Place[]; families: readonly { readonly id: string }[]; months: number },
  closed: number,
): Series[] {
  const { places, families, months } = of;
  const locals = places.filter((place) => place.tier === 'system').length;
  const sizeOf = (place: Place) => {
    if (place.tier === 'system') return 1;
    if (place.tier === 'national') return Math.max(1, locals);
    return places.filter((other) => other.parent === place.code).length;
  };
  return places.flatMap((place, placeIndex) =>
    ['*', ...families.map((family) => family.id)].flatMap((family, familyIndex) => {
      const staff = sizeOf(place) * 1100 * (family === '*' ? 1 : 1 / families.length) * (1 + 0.02 * (placeIndex % 5));
      const growth = family === '*' ? 0.65 : 0.2 + 0.16 * familyIndex;
      return sampleMeasures({ place: place.code, family, staff, growth, closed, months });
    }),
  );
}

function sampleMeasures(of: {
  place: string;
  family: string;
  staff: number;
  growth: number;
  closed: number;
  months: number;
}): Series[] {
  const supply = (t: number) => of.staff * (1 + 0.1 * t + of.closed * (of.growth - 0.1) * t * t);
  const demand = (t: number) => of.staff * (1 + of.growth * Math.min(1, 1.4 * t));
  const make = (measure: Measure, value: (t: number) => number, spread: (t: number) => number): Series => {
    const at = (shift: number) =>
      MONTHS.slice(0, of.months).map((_, index) => value(index / 120) + shift * spread(index / 120));
    return {
      measure,
      place: of.place,
      family: of.family,
      role: '*',
      band: '*',
      mean: at(0),
      p10: at(-1),
      p50: at(0),
      p90: at(1),
    };
  };
  return [
    make(
      'headcount',
      (t) => supply(t) * 1.09,
      (t) => of.staff * 0.12 * t,
    ),
    make('fte', supply, (t) => of.staff * (0.02 + 0.1 * t)),
    make('demandFte', demand, (t) => of.staff * (0.01 + 0.08 * t)),
    make(
      'gapFte',
      (t) => supply(t) - demand(t),
      (t) => of.staff * (0.02 + 0.12 * t),
    ),
    make(
      'shortageFte',
      (t) => Math.max(0, demand(t) - supply(t)),
      (t) => of.staff * 0.05 * t,
    ),
    make(
      'costGbp',
      (t) => supply(t) * 5_400,
      (t) => of.staff * 300 * t,
    ),
  ];
}
