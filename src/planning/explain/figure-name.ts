// How a figure of a plan is called, so that anyone can ask where it comes from.
import { fail, ok, parseMonth, type Month, type Result } from '#kernel';
import { MEASURES, type Measure, type Slice } from '#engine';

/** What is said of a figure's spread over the samples. */
export const STATISTICS = ['mean', 'p10', 'p50', 'p90'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** One figure of a plan: a cell of a series, or a thing with an id. */
export type FigureName =
  | ({
      readonly kind: 'series';
      readonly isWithPlan: boolean;
      readonly measure: Measure;
      readonly month: Month;
      readonly statistic: Statistic;
    } & Slice)
  | { readonly kind: 'intervention'; readonly id: string }
  | { readonly kind: 'requirement'; readonly id: string }
  | { readonly kind: 'comparison'; readonly id: string }
  | { readonly kind: 'assumption'; readonly id: string }
  | { readonly kind: 'programme-cost' }
  | ({ readonly kind: 'in-post'; readonly unit: 'people' | 'FTE' } & Slice)
  | {
      readonly kind: 'starts';
      readonly unit: 'people' | 'GBP';
      readonly place: string;
      /** Null for all of them. */
      readonly channel: string | null;
    }
  | { readonly kind: 'undertaken'; readonly place: string; readonly what: Undertaken };

/** What is added up of commitments. */
export const UNDERTAKEN = ['commitments', 'people', 'started', 'lost', 'cost', 'spent'] as const;
export type Undertaken = (typeof UNDERTAKEN)[number];

const THINGS = ['intervention', 'requirement', 'comparison', 'assumption'] as const;

/** Reads `MEASURE:PLACE[:family=ID|role=ID|band=ID]:YYYY-MM[:mean|p10|p50|p90]`, with `with-plan/` before it for the
 *  replayed plan; or `intervention:ID`, `requirement:ID`, `comparison:ID`, `assumption:ID`, `programme-cost`; or what is
 *  counted and not projected: `inPost:PLACE[:SLICE]`, `inPostFte:PLACE[:SLICE]`, `starts:PLACE[:channel=ID]`,
 *  `startsCost:PLACE[:channel=ID]`, `undertaken:PLACE:MEASURE`. */
export function parseFigureName(text: string): Result<FigureName> {
  if (text === 'programme-cost') return ok({ kind: 'programme-cost' });
  const [head = '', ...rest] = text.split(':');
  const thing = THINGS.find((each) => each === head);
  if (thing !== undefined) {
    return rest.join(':') === '' ? refuse(text, `'${thing}:' lacks an id`) : ok({ kind: thing, id: rest.join(':') });
  }
  return parseCountedName(text, head, rest) ?? parseSeriesName(text, head, rest);
}

/** @returns null where the name is of nothing that is counted */
function parseCountedName(text: string, head: string, rest: readonly string[]): Result<FigureName> | null {
  const [place = '', more = '', ...surplus] = rest;
  if (!['inPost', 'inPostFte', 'starts', 'startsCost', 'undertaken'].includes(head)) return null;
  if (place === '' || surplus.length > 0)
    return refuse(text, `after '${head}' stand a place and one thing more at most`);
  if (head === 'undertaken') {
    const what = UNDERTAKEN.find((each) => each === more);
    return what === undefined
      ? refuse(text, `'${more}' is not one of ${UNDERTAKEN.join(', ')}`)
      : ok({ kind: 'undertaken', place, what });
  }
  if (head === 'starts' || head === 'startsCost') {
    const channel = more === '' ? null : more.replace(/^channel=/, '');
    if (channel === more || channel === '') return refuse(text, `'${more}' is not channel=ID`);
    return ok({ kind: 'starts', unit: head === 'starts' ? 'people' : 'GBP', place, channel });
  }
  const slice = parseSlice(place, more);
  if (slice === null) return refuse(text, `'${more}' is not family=ID, role=ID or band=ID`);
  return ok({ kind: 'in-post', unit: head === 'inPost' ? 'people' : 'FTE', ...slice });
}

function parseSeriesName(text: string, head: string, rest: readonly string[]): Result<FigureName> {
  const isWithPlan = head.startsWith('with-plan/');
  const measureText = isWithPlan ? head.slice('with-plan/'.length) : head;
  const measure = MEASURES.find((each) => each === measureText);
  if (measure === undefined) return refuse(text, `'${measureText}' is not one of ${MEASURES.join(', ')}`);
  const [place = '', ...parts] = rest;
  if (place === '') return refuse(text, 'the place is missing');
  const sliceText = parts[0]?.includes('=') ? parts[0] : '';
  const slice = parseSlice(place, sliceText);
  if (slice === null) return refuse(text, `'${sliceText}' is not family=ID, role=ID or band=ID`);
  const [monthText = '', statisticText = 'mean', ...surplus] = sliceText === '' ? parts : parts.slice(1);
  const month = parseMonth(monthText);
  if (month === null) return refuse(text, `'${monthText}' is not a month like 2030-10`);
  const statistic = STATISTICS.find((each) => each === statisticText);
  if (statistic === undefined || surplus.length > 0)
    return refuse(text, `after the month stands one of ${STATISTICS.join(', ')}`);
  return ok({ kind: 'series', isWithPlan, measure, month, statistic, ...slice });
}

function parseSlice(place: string, text: string): Slice | null {
  const all = { place, family: '*', role: '*', band: '*' };
  if (text === '') return all;
  const [axis = '', id = '', ...surplus] = text.split('=');
  if (id === '' || surplus.length > 0) return null;
  if (axis === 'family') return { ...all, family: id };
  if (axis === 'role') return { ...all, role: id };
  return axis === 'band' ? { ...all, band: id } : null;
}

function refuse(text: string, rule: string): Result<FigureName> {
  return fail({
    code: 'syntax',
    message: `Figure '${text}': ${rule}.`,
    path: 'FIGURE',
    hint: "Name it like 'gapFte:PLACE:2030-10', 'fte:PLACE:family=FAMILY:2030-10:p90', 'with-plan/gapFte:PLACE:2035-10', 'intervention:I-0001' or 'assumption:stock.level', with codes and ids of the plan for the words in capitals.",
  });
}
