// Who answers for what, who does the work, what is claimed twice or by nobody, and who answers for too much.
import type { Responsibility, Seat, SpanReading } from '#blueprint';
import { groupBy } from '#kernel';
import { accountabilityData, accountabilityFindings, type AccountabilityData } from './accountability-data.ts';
import { type BlueprintAnswer, counted, fewOf, number, pageOf, plainRows, text } from './blueprint-page.ts';
import { inNames, type BlueprintView } from './blueprint-view.ts';

const PLACES_SHOWN = 6;

export function accountabilityAnswer(view: BlueprintView): BlueprintAnswer<AccountabilityData> {
  const data = accountabilityData(view);
  const overlaps = data.claims.filter((each) => each.kind === 'overlap');
  const leftOut = data.claims.filter((each) => each.kind === 'left-out');
  return {
    data,
    page: pageOf(view, {
      id: 'accountability',
      title: 'Who answers for what',
      summary: [
        `${data.chart.length - data.orphans.length} of ${counted(data.chart.length, 'requirement in a place has', 'requirements in places have')} exactly one body that answers; ${data.orphans.length} have none.`,
        `${counted(overlaps.length, 'thing is', 'things are')} claimed by more than one, and ${counted(leftOut.length, 'thing is', 'things are')} left out by places that have said how they comply.`,
        spanSentence(view, data.spans),
      ],
      sections: [
        findingSection(view, data),
        chartSection(view, data),
        spanSection(view, data),
        sharedSection(view, data),
      ],
    }),
  };
}

function spanSentence({ pack, nameOf }: BlueprintView, spans: readonly SpanReading[]): string {
  if (pack.blueprint.catalogue.spanOfControl === null) {
    return 'Whether a body answers for more than its senior posts can is not read: the catalogue states no spanOfControl.';
  }
  const overstretched = spans.filter((each) => each.isOverstretched);
  if (overstretched.length === 0) return 'No body answers for more than its senior posts can.';
  const names = fewOf(
    overstretched.map((each) => nameOf.place(each.body)),
    PLACES_SHOWN,
  );
  return `${counted(overstretched.length, 'body answers', 'bodies answer')} for more than their senior posts can: ${names}.`;
}

function findingSection(view: BlueprintView, data: AccountabilityData) {
  return {
    id: 'findings',
    heading: 'What is wrong',
    introduction: 'Each finding names the requirement, the place and the claimants.',
    columns: ['Finding', 'Requirement', 'Place', 'In words'].map(text),
    groups: plainRows(
      accountabilityFindings(data).map((each) => [
        each.finding,
        each.requirement ?? '–',
        view.nameOf.place(each.place),
        inNames(view, each.sentence),
      ]),
    ),
    whenEmpty:
      'Each requirement has one body that answers, nothing is claimed twice, and nobody is found to answer for too much.',
  };
}

function chartSection({ nameOf }: BlueprintView, { chart }: AccountabilityData) {
  // What is alike in several places is one row, with the places counted.
  const alike = groupBy(chart, (each) =>
    JSON.stringify([each.requirement, each.accountable === each.place ? 'itself' : each.accountable, titlesOf(each)]),
  );
  const rows = [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const itself = first.accountable === first.place;
    return [
      [
        `${first.requirement}: ${nameOf.requirement(first.requirement)}`,
        group.length === 1
          ? nameOf.place(first.place)
          : fewOf(
              group.map((each) => nameOf.place(each.place)),
              3,
            ),
        first.accountable === null
          ? 'nobody'
          : itself && group.length > 1
            ? 'each for itself'
            : nameOf.place(first.accountable),
        ...titlesOf(first),
      ],
    ];
  });
  return {
    id: 'chart',
    heading: 'Accountable, responsible, consulted, informed',
    introduction: 'One body answers for each requirement in each place; offices are never persons.',
    columns: ['Requirement', 'Places', 'Accountable', 'Responsible', 'Consulted', 'Informed'].map(text),
    groups: plainRows(rows),
    whenEmpty: 'Nothing applies here.',
  };
}

function titlesOf(each: Responsibility): readonly string[] {
  const words = (seats: readonly Seat[]): string =>
    seats
      .map((seat) =>
        seat.body === each.place ? seat.title || 'the place itself' : `${seat.title || 'the body'}, ${seat.body}`,
      )
      .join('; ') || '–';
  return [words(each.responsible), words(each.consulted), words(each.informed)];
}

function spanSection({ nameOf, pack }: BlueprintView, { spans }: AccountabilityData) {
  const rule = pack.blueprint.catalogue.spanOfControl;
  return {
    id: 'spans',
    heading: 'Span of control',
    introduction:
      rule === null
        ? 'The catalogue does not say how much one senior post can answer for.'
        : `One person in bands ${rule.bands.join(', ')} can answer for ${rule.requirementsPerPost} requirements. A body without posts of its own is read with the senior people below it.`,
    columns: [
      text('Body'),
      number('Requirements'),
      number('Places'),
      number('Senior people'),
      number('Can answer for'),
      text('Reading'),
    ],
    groups: plainRows(
      spans.map((each) => [
        `${nameOf.place(each.body)} (${each.body})`,
        String(each.requirements),
        String(each.places),
        String(each.seniorPeople),
        String(each.capacity),
        each.isOverstretched ? 'too much' : 'within reach',
      ]),
    ),
    whenEmpty:
      rule === null
        ? 'Not read: the catalogue states no spanOfControl, which says how many requirements a post of a senior band can answer for.'
        : 'Nobody answers for anything here.',
  };
}

function sharedSection({ nameOf }: BlueprintView, { shared }: AccountabilityData) {
  return {
    id: 'shared',
    heading: 'Shared posts and services',
    introduction: 'What one body provides, which places inherit it, and what stays with them.',
    columns: ['Provider', 'Requirement', 'Means', 'Provided', 'Inherited by', 'Stays local'].map(text),
    groups: plainRows(
      shared.map((each) => [
        nameOf.place(each.provider),
        each.requirement,
        each.by.replace('-', ' '),
        each.provides.join(' '),
        each.inheritedBy.map((one) => `${nameOf.place(one.place)} (${Math.round(one.share * 100)}%)`).join(', '),
        each.inheritedBy
          .flatMap((one) => (one.staysLocal === '' ? [] : [`${nameOf.place(one.place)}: ${one.staysLocal}`]))
          .join(' ') || '–',
      ]),
    ),
    whenEmpty: 'No place has said that it shares a post or a service.',
  };
}
