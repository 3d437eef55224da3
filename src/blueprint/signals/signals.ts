// What a published version asks of each body, as a dated list: to begin, to have met, and to stop departing.
import { formatMonth, groupBy } from '#kernel';
import type { Month } from '#kernel';
import type { Place, Tier } from '#workforce';
import { comparePlaces } from '#workforce';
import { responsibilityChart } from '../accountability/responsibility-chart.ts';
import type { ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';

export const PARTS = ['accountable', 'responsible', 'consulted', 'informed'] as const;
export type Part = (typeof PARTS)[number];

export type Signal = {
  readonly month: Month;
  readonly event: 'begins' | 'matures' | 'departure-lapses';
  readonly requirement: string;
  readonly part: Part;
  /** Places in which it is asked, by code. */
  readonly places: readonly string[];
  /** What is asked, as a sentence. */
  readonly sentence: string;
};

/** One body's list, by month and then by requirement. */
export type BodySignals = { readonly body: string; readonly tier: Tier; readonly signals: readonly Signal[] };

/** @returns a list for each body that anything is asked of, from the centre outwards */
export function signalsOf(resolved: ResolvedBlueprint, places: readonly Place[]): readonly BodySignals[] {
  const chart = responsibilityChart(resolved, places);
  const asked = resolved.requirements.flatMap((each, index) => {
    const row = chart[index];
    if (row === undefined) return [];
    const holders: readonly (readonly [Part, readonly string[]])[] = [
      ['accountable', row.accountable === null ? [] : [row.accountable]],
      ['responsible', row.responsible.map((seat) => seat.body)],
      ['consulted', row.consulted.map((seat) => seat.body)],
      ['informed', row.informed.map((seat) => seat.body)],
    ];
    return holders.flatMap(([part, bodies]) =>
      [...new Set(bodies)].flatMap((body) =>
        eventsOf(each).map((event) => ({ ...event, part, body, place: each.place })),
      ),
    );
  });
  const byBody = groupBy(asked, (each) => each.body);
  return [...places]
    .sort(comparePlaces)
    .filter((each) => byBody.has(each.code))
    .map((body) => ({ body: body.code, tier: body.tier, signals: joined(byBody.get(body.code) ?? []) }));
}

type Event = Pick<Signal, 'month' | 'event' | 'requirement'> & { readonly title: string };
type Asked = Event & { readonly part: Part; readonly body: string; readonly place: string };

function eventsOf({ requirement, from, matures, deviations }: ResolvedRequirement): readonly Event[] {
  const about = { requirement: requirement.id, title: requirement.title };
  const lapses = [...new Set(deviations.map((each) => each.reviewBy))];
  return [
    { month: from, event: 'begins', ...about },
    { month: matures, event: 'matures', ...about },
    ...lapses.map((month): Event => ({ month, event: 'departure-lapses', ...about })),
  ];
}

/** One signal for what is asked alike in several places. */
function joined(asked: readonly Asked[]): readonly Signal[] {
  const groups = groupBy(asked, (each) => JSON.stringify([each.month, each.requirement, each.event, each.part]));
  const signals = [...groups.values()].flatMap((group): readonly Signal[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { month, event, requirement, part } = first;
    const places = group.map((each) => each.place).sort();
    return [{ month, event, requirement, part, places, sentence: sentenceOf(first, places) }];
  });
  return signals.sort(
    (a, b) =>
      a.month - b.month || compare(a.requirement, b.requirement) || PARTS.indexOf(a.part) - PARTS.indexOf(b.part),
  );
}

const ASKED_OF: Readonly<Record<Part, string>> = {
  accountable: 'You answer for it',
  responsible: 'You do the work',
  consulted: 'You are asked about it',
  informed: 'You are told of it',
};

const HAPPENS: Readonly<Record<Signal['event'], string>> = {
  begins: 'begins',
  matures: 'is to be met in full',
  'departure-lapses': 'applies again without the departure',
};

function sentenceOf(asked: Asked, places: readonly string[]): string {
  const where = places.length === 1 ? `in ${places[0] ?? ''}` : `in ${places.length} places`;
  return `${asked.title} (${asked.requirement}) ${HAPPENS[asked.event]} in ${formatMonth(asked.month)} ${where}. ${ASKED_OF[asked.part]}.`;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
