// How alive a community is, by what can be counted, and what that says of its stage.
import type { Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import { COMMUNITY_STAGES, type CommunityRecord, type CommunityStage } from './community-record.ts';

export type CommunityHealth = {
  readonly members: number;
  readonly places: number;
  /** Of members, those active in a month, mean over the last half year, 0..1. */
  readonly activeShare: number;
  readonly gatheringsPerMonth: number;
  /** Of questions asked in the last half year; 1 where none was. */
  readonly answeredShare: number;
  /** The stage that these figures speak for. */
  readonly suggests: CommunityStage;
  /** What its convener or host should look at, in sentences. */
  readonly concerns: readonly string[];
};

const LOOKS_BACK_MONTHS = 6;
/** Readings of stage: judgements, to be looked at beside the community's own word and never in its place. */
const SIGNS = { gathers: 0.5, takesPart: 0.2, answers: 0.6, lives: 12, spreads: 3 } as const;

export function communityHealth(community: CommunityRecord, now: Month): CommunityHealth {
  const holds = ({ from, until }: { readonly from: string; readonly until: string | null }) =>
    monthOf(from) <= now && (until === null || now < monthOf(until));
  const members = community.members.filter(holds);
  const people = members.reduce((sum, each) => sum + each.people, 0);
  const recent = community.activity.filter(
    ({ month }) => monthOf(month) <= now && monthOf(month) > now - LOOKS_BACK_MONTHS,
  );
  const sum = (of: (each: (typeof recent)[number]) => number) => recent.reduce((total, each) => total + of(each), 0);
  const asked = sum((each) => each.asked);
  const reading = {
    members: people,
    places: new Set(members.map(({ place }) => place)).size,
    activeShare: people === 0 ? 0 : Math.min(1, sum((each) => each.activePeople) / LOOKS_BACK_MONTHS / people),
    gatheringsPerMonth: sum((each) => each.gatherings) / LOOKS_BACK_MONTHS,
    answeredShare: asked === 0 ? 1 : Math.min(1, sum((each) => each.answered) / asked),
  };
  const age = Math.max(0, ...community.activity.map(({ month }) => now - monthOf(month)));
  const conveners = community.conveners.filter(holds);
  return { ...reading, suggests: stageOf(reading, age), concerns: concernsOf(community, { reading, conveners, now }) };
}

type Reading = Omit<CommunityHealth, 'suggests' | 'concerns'>;

function stageOf(reading: Reading, ageMonths: number): CommunityStage {
  const gathers = reading.gatheringsPerMonth >= SIGNS.gathers;
  const takesPart = reading.activeShare >= SIGNS.takesPart;
  if (!gathers && ageMonths >= SIGNS.lives && !takesPart) return 'transformation';
  if (!gathers) return 'potential';
  if (!takesPart || reading.answeredShare < SIGNS.answers || reading.places < SIGNS.spreads) return 'coalescing';
  return ageMonths >= SIGNS.lives ? 'stewardship' : 'maturing';
}

type Concern = {
  readonly reading: Reading;
  readonly conveners: CommunityRecord['conveners'];
  readonly now: Month;
};

function concernsOf(community: CommunityRecord, { reading, conveners, now }: Concern): readonly string[] {
  const stage = COMMUNITY_STAGES.find((each) => each === community.state);
  if (stage === undefined) return [];
  const suggested = stageOf(reading, SIGNS.lives);
  const leaving = conveners.filter(({ until }) => until !== null && monthOf(until) - now <= LOOKS_BACK_MONTHS);
  return [
    ...(conveners.length === 0 ? ['Nobody convenes it'] : []),
    ...leaving
      .filter(({ successor }) => successor === null)
      .map(({ office, until }) => `${office} convenes it until ${until} and has no successor`),
    ...(conveners.length > 0 && leaving.length === 0 && conveners.every(({ successor }) => successor === null)
      ? ['No convener has named a successor']
      : []),
    ...(reading.gatheringsPerMonth === 0 && stage !== 'potential' ? ['It has not gathered for half a year'] : []),
    ...(reading.answeredShare < SIGNS.answers ? ['Most questions stay without an answer'] : []),
    ...(suggested === 'transformation' && stage !== 'transformation'
      ? ['Few take part and it seldom gathers: close it, or give it a new purpose']
      : []),
  ];
}
