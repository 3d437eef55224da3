// Checks drivers.csv and stock.csv: whole people at places that are there, each counted in one place only.
import { formatMonth } from '#kernel';
import { existsAt } from '#workforce';
import { type CheckContext, indexBy, refers, refersToPost } from './context.ts';

export function checkDriverValues(context: CheckContext): void {
  indexBy(context.parts.driverValues, ({ place, driver }) => `${place}, ${driver}`, context.flaws);
  for (const entry of context.parts.driverValues) {
    refers(context, { entry, field: ['place'], kind: 'place', id: entry.value.place });
    refers(context, { entry, field: ['driver'], kind: 'driver', id: entry.value.driver });
    refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
  }
}

export function checkStock(context: CheckContext): void {
  const { parts, flaws } = context;
  indexBy(parts.stock, ({ place, role, band, ageGroup }) => `${place}, ${role}, ${band}, ${ageGroup}`, flaws);
  for (const entry of parts.stock) {
    const { place, role, band, ageGroup, headcount, fte, source } = entry.value;
    refers(context, { entry, field: ['place'], kind: 'place', id: place });
    refersToPost(context, entry, { role, band, field: [] });
    refers(context, { entry, field: ['ageGroup'], kind: 'ageGroup', id: ageGroup });
    refers(context, { entry, field: ['source'], kind: 'source', id: source });
    if (fte > headcount || (headcount > 0 && fte === 0)) {
      flaws.report({
        entry,
        field: ['fte'],
        code: 'out-of-range',
        value: fte,
        rule: `${headcount} people have more than 0 and at most ${headcount} full-time equivalents`,
        hint: 'Correct fte or headcount.',
      });
    }
  }
  if (parts.stock.length === 0) {
    flaws.add({
      code: 'inconsistent',
      file: 'stock.csv',
      position: { line: 1, column: 1 },
      message: 'stock.csv has no rows, but a plan starts from the people in post',
      hint: 'Add a row for each place, role, band and age group with people in it.',
    });
  }
  checkHolders(context);
}

/** Each place that holds stock is there at the base month, and no place above it holds stock too. */
function checkHolders({ parts, flaws, known }: CheckContext): void {
  const { baseMonth } = parts.head.value;
  const holders = new Map(parts.stock.toReversed().map((entry) => [entry.value.place, entry]));
  for (const [code, entry] of holders) {
    const place = known.place.get(code)?.value;
    if (place === undefined) continue;
    if (!existsAt(place, baseMonth)) {
      flaws.report({
        entry,
        field: ['place'],
        code: 'inconsistent',
        value: code,
        rule: `that place is not there in the base month ${formatMonth(baseMonth)}`,
        hint: 'Give its people to a place that is there, or correct the dates in places.csv.',
      });
    }
    const above = [...placesAbove(known.place, code)].find((each) => holders.has(each));
    if (above === undefined) continue;
    flaws.report({
      entry,
      field: ['place'],
      code: 'inconsistent',
      value: code,
      rule: `'${above}' above it holds stock too (stock.csv line ${holders.get(above)?.at().line}), and people are counted in one place`,
      hint: 'Give the people of the place above to the places below it.',
    });
  }
}

function* placesAbove(places: CheckContext['known']['place'], code: string): Generator<string> {
  const seen = new Set<string>();
  let parent = places.get(code)?.value.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    yield parent;
    seen.add(parent);
    parent = places.get(parent)?.value.parent ?? null;
  }
}
