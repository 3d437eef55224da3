// What moved a projection and why, as a page: the bars of one place in their order, and what every other place came to.
import { fail, ok, type Result } from '#kernel';
import { placeTree } from '#workforce';
import {
  number,
  pageOf,
  plainRows,
  text,
  type BlueprintAnswer,
  type PageSection,
} from '../blueprint/blueprint-page.ts';
import type { DeliveryWorld } from './slipped-gap.ts';
import { whatMoved, WATERFALL_PARTS, type MovedGiven, type Waterfall } from './waterfall.ts';

export type MovedQuestion = MovedGiven & {
  /** Code of the place whose bars are told; null for the nation. */
  readonly place: string | null;
};

export async function movedAnswer(
  question: MovedQuestion,
  world: DeliveryWorld,
): Promise<Result<BlueprintAnswer<readonly Waterfall[]>>> {
  const { after } = question;
  const tree = placeTree(after.system.places);
  const place = question.place === null ? tree.places[0] : tree.byCode.get(question.place);
  if (place === undefined) return fail(unknownPlace(question.place ?? ''));
  const found = await whatMoved(question, world);
  if (!found.ok) return found;
  // The latest month stands first; the page tells of one.
  const month = found.value[0]?.month;
  const told = found.value.filter((each) => each.month === month);
  const own = told.find((each) => each.place === place.code);
  const page = pageOf(
    { pack: after, place, month: after.system.baseMonth },
    {
      id: 'moved',
      title: `${place.name}: what moved the projection`,
      summary: own === undefined ? [] : [sentenceOf(own)],
      sections: [...(own === undefined ? [] : [barSection(own)]), placeSection(told)],
    },
  );
  return ok({ data: told, page });
}

function sentenceOf({ month, beforeFte, afterFte, bars }: Waterfall): string {
  const [most] = bars.toSorted((one, other) => Math.abs(other.changeFte) - Math.abs(one.changeFte));
  const why = most === undefined || most.changeFte === 0 ? 'nothing moved it' : `most of it by ${most.part}`;
  return `In ${month} the gap is ${fte(afterFte)} FTE, where it was ${fte(beforeFte)}: ${why}.`;
}

function barSection({ bars, beforeFte, afterFte, month }: Waterfall): PageSection {
  return {
    id: 'bars',
    heading: 'What moved, and why',
    introduction: `Gap in ${month}, supply less demand in digital FTE. Before, and every bar, add up to now without remainder.`,
    columns: [text('Part'), number('FTE')],
    groups: plainRows([
      ['Projection before', fte(beforeFte)],
      ...bars.map(({ part, changeFte }) => [part, fte(changeFte)]),
      ['Projection now', fte(afterFte)],
    ]),
    whenEmpty: 'Nothing moved.',
  };
}

function placeSection(all: readonly Waterfall[]): PageSection {
  return {
    id: 'places',
    heading: 'Every place',
    introduction: 'The same for each place, in digital FTE.',
    columns: [text('Place'), ...['Before', ...WATERFALL_PARTS, 'Now'].map(number)],
    groups: plainRows(
      all.map(({ place, beforeFte, bars, afterFte }) => [
        place,
        ...[beforeFte, ...bars.map(({ changeFte }) => changeFte), afterFte].map(fte),
      ]),
    ),
    whenEmpty: 'The pack has no place.',
  };
}

/** Bars are kept to 1/1024 of a post; three decimals show them as far as anybody reads. */
function fte(value: number): string {
  return FINE.format(value);
}

const FINE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

function unknownPlace(code: string) {
  return {
    code: 'unknown-reference',
    message: `Place '${code}' is not one of the pack's places.`,
    path: 'place',
    hint: 'Choose a code of places.csv.',
  } as const;
}
