// The dated list of what the published version asks of each body.
import { signalsOf, type BodySignals, type Part } from '#blueprint';
import { formatMonth } from '#kernel';
import { type BlueprintAnswer, counted, fewOf, pageOf, plainRows, text } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';

/** Without a place, the lists of the nation and of each body it asks something of; with one, of that place alone. */
export function signalsAnswer(view: BlueprintView): BlueprintAnswer<readonly BodySignals[]> {
  const { pack, place, resolvedWhole, nameOf, month } = view;
  const lists = signalsOf(resolvedWhole, pack.system.places).filter(
    (each) => place === null || each.body === place.code,
  );
  const ahead = lists.flatMap((each) => each.signals).filter((each) => each.month >= month).length;
  const { title, version, published } = pack.blueprint.catalogue;
  return {
    data: lists,
    page: pageOf(view, {
      id: 'signals',
      title: 'What is asked, of whom, by when',
      summary: [
        `${title}, version ${version}, published ${formatMonth(published)}, asks something of ${counted(lists.length, 'body', 'bodies')}.`,
        `${counted(ahead, 'date lies', 'dates lie')} in or after ${formatMonth(month)}.`,
      ],
      sections:
        lists.length === 0
          ? [sectionOf(view, { body: place?.code ?? '', tier: 'national', signals: [] })]
          : lists.map((each) => sectionOf(view, each)),
    }),
  };

  function sectionOf(_: BlueprintView, list: BodySignals) {
    return {
      id: `signals-${list.body}`,
      heading: nameOf.place(list.body),
      introduction: `What is asked of ${nameOf.place(list.body)} (${list.body}, ${list.tier}), by date.`,
      columns: ['Date', 'Requirement', 'What', 'Part', 'Where'].map(text),
      groups: plainRows(
        list.signals.map((each) => [
          formatMonth(each.month),
          `${each.requirement}: ${nameOf.requirement(each.requirement)}`,
          each.event.replace('-', ' '),
          PART_WORDS[each.part],
          fewOf(each.places.map(nameOf.place), 3),
        ]),
      ),
      whenEmpty: 'Nothing is asked.',
    };
  }
}

const PART_WORDS: Readonly<Record<Part, string>> = {
  accountable: 'answers for it',
  responsible: 'does the work',
  consulted: 'is asked',
  informed: 'is told',
};
