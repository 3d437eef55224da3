// The dated list of what the published version asks of each body: one page a body, and an index that leads to them.
import { signalsOf, type BodySignals, type Part } from '#blueprint';
import { formatMonth } from '#kernel';
import { TIERS } from '#workforce';
import {
  type BlueprintAnswer,
  type BlueprintPage,
  counted,
  fewOf,
  number,
  pageOf,
  plainRows,
  text,
} from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';

/** Folder of the bodies' pages, beside the index. */
const FOLDER = 'signals';

/** With a place, the list of that place alone; without one, an index of all bodies and a page for each. */
export function signalsAnswer(view: BlueprintView): BlueprintAnswer<readonly BodySignals[]> {
  const { pack, place, resolvedWhole } = view;
  const lists = signalsOf(resolvedWhole, pack.system.places);
  if (place === null) {
    return {
      data: lists,
      page: indexPage(view, lists),
      parts: lists.map((list) => ({ file: fileOf(list), page: bodyPage(view, list) })),
    };
  }
  const own = lists.filter((each) => each.body === place.code);
  const [list = { body: place.code, tier: place.tier, signals: [] }] = own;
  return { data: own, page: bodyPage(view, list) };
}

function fileOf({ body }: BodySignals): string {
  return `${FOLDER}/${body}.html`;
}

function indexPage(view: BlueprintView, lists: readonly BodySignals[]): BlueprintPage {
  const { nameOf, month } = view;
  return pageOf(view, {
    id: 'signals',
    title: 'What is asked, of whom, by when',
    summary: indexSummary(view, lists),
    sections: TIERS.flatMap((tier) => {
      const ofTier = lists.filter((list) => list.tier === tier);
      if (ofTier.length === 0) return [];
      return {
        id: `tier-${tier}`,
        heading: TIER_WORDS[tier],
        introduction: 'Each name leads to the whole list of that body.',
        columns: [
          text('Body'),
          number('Dates ahead'),
          text('Next date'),
          number('Answers for'),
          number('Does the work of'),
        ],
        groups: [
          {
            heading: null,
            links: ofTier.map(fileOf),
            rows: ofTier.map((list) => {
              const ahead = list.signals.filter((each) => each.month >= month);
              const [next] = ahead;
              return [
                `${nameOf.place(list.body)} (${list.body})`,
                String(ahead.length),
                next === undefined ? '–' : `${formatMonth(next.month)}: ${nameOf.requirement(next.requirement)}`,
                String(requirementsIn(list, 'accountable')),
                String(requirementsIn(list, 'responsible')),
              ];
            }),
          },
        ],
        whenEmpty: 'Nothing is asked.',
      };
    }),
  });
}

function requirementsIn({ signals }: BodySignals, part: Part): number {
  return new Set(signals.filter((each) => each.part === part).map(({ requirement }) => requirement)).size;
}

function bodyPage(view: BlueprintView, list: BodySignals): BlueprintPage {
  const { pack, nameOf } = view;
  const body = pack.system.places.find(({ code }) => code === list.body) ?? view.place;
  return pageOf(
    { ...view, place: body },
    {
      id: 'signals',
      title: 'What is asked, by when',
      summary: bodySummary(view, list),
      sections: [
        {
          id: 'signals',
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
        },
      ],
    },
  );
}

function indexSummary({ pack, month }: BlueprintView, lists: readonly BodySignals[]): readonly string[] {
  const { title, version, published } = pack.blueprint.catalogue;
  const ahead = lists.flatMap((each) => each.signals).filter((each) => each.month >= month).length;
  return [
    `${title}, version ${version}, published ${formatMonth(published)}, asks something of ${counted(lists.length, 'body', 'bodies')}.`,
    `${counted(ahead, 'date lies', 'dates lie')} in or after ${formatMonth(month)}.`,
  ];
}

function bodySummary({ pack, nameOf, month }: BlueprintView, list: BodySignals): readonly string[] {
  const { title, version, published } = pack.blueprint.catalogue;
  const told = `${title}, version ${version}, published ${formatMonth(published)}`;
  const name = nameOf.place(list.body);
  if (list.signals.length === 0) return [`${told}, asks nothing of ${name}.`];
  const ahead = list.signals.filter((each) => each.month >= month).length;
  const [answers, works] = [requirementsIn(list, 'accountable'), requirementsIn(list, 'responsible')];
  return [
    `${told}: ${name} answers for ${counted(answers, 'requirement', 'requirements')} and does the work of ${works}.`,
    `${counted(ahead, 'date lies', 'dates lie')} in or after ${formatMonth(month)}.`,
  ];
}

const TIER_WORDS: Readonly<Record<BodySignals['tier'], string>> = {
  national: 'The nation',
  region: 'Regions',
  system: 'Systems',
  organisation: 'Organisations',
};

const PART_WORDS: Readonly<Record<Part, string>> = {
  accountable: 'answers for it',
  responsible: 'does the work',
  consulted: 'is asked',
  informed: 'is told',
};
