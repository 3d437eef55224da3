// A place's plan on its way through the six steps: what is done, what is missing, who must act, and what slipped.
import {
  commitmentRegister,
  MISS_PARTS,
  noticesAhead,
  readSixSteps,
  type Notice,
  type RegisterLine,
  type StepReading,
} from '#delivery';
import { canonicalJson, fail, ok, sha256Hex, type Month, type Result } from '#kernel';
import { placeTree, subtreeOf } from '#workforce';
import {
  number,
  pageOf,
  plainRows,
  text,
  type BlueprintAnswer,
  type PageSection,
} from '../blueprint/blueprint-page.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Pack } from '../ports.ts';
import { agreementSections, agreementStandings, type AgreementStanding } from './agreement-standing.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { PlaceMiss } from './forecast-and-actual.ts';
import { recalibrate } from './recalibrate.ts';
import { slippedGap, type DeliveryWorld, type SlippedGap } from './slipped-gap.ts';
import { stepFacts } from './step-facts.ts';

export type DeliveryQuestion = {
  readonly pack: Pack;
  readonly plan: PlanDocument;
  readonly records: DeliveryRecords;
  readonly place: string;
  readonly now: Month;
  /** Months ahead that notices look. */
  readonly within: number;
};

export type DeliveryData = {
  /** SHA-256 over pack, plan's choice, records, place and month: the same hash is the same document. */
  readonly hash: string;
  readonly steps: readonly StepReading[];
  readonly register: readonly RegisterLine[];
  readonly notices: readonly Notice[];
  readonly agreements: readonly AgreementStanding[];
  readonly gaps: readonly SlippedGap[];
  readonly misses: readonly PlaceMiss[];
};

/** The document that a board approves, as a page and as a tagged PDF. */
export async function deliveryAnswer(
  question: DeliveryQuestion,
  world: DeliveryWorld,
): Promise<Result<BlueprintAnswer<DeliveryData>>> {
  const { pack, plan, records, now, within } = question;
  const tree = placeTree(pack.system.places);
  const place = tree.byCode.get(question.place);
  if (place === undefined) return fail(unknownPlace(question.place));
  const gaps = await slippedGap({ pack, plan }, records, world);
  if (!gaps.ok) return gaps;
  const seen = await missesSeen(question, world);
  if (!seen.ok) return seen;
  const below = new Set(subtreeOf(tree, place.code).map(({ code }) => code));
  const data: DeliveryData = {
    hash: hashOf(question),
    steps: readSixSteps(stepFacts({ pack, plan, records, gaps: gaps.value, place: place.code, now })),
    register: commitmentRegister(records.commitments, tree).filter((line) => below.has(line.place)),
    notices: noticesAhead(records.commitments, { now, within }).filter((each) => below.has(each.accountablePlace)),
    agreements: agreementStandings(pack, records.reported, { below, now }),
    gaps: gaps.value.filter((each) => each.place === place.code),
    misses: seen.value.filter((each) => below.has(each.place)),
  };
  const page = pageOf(
    { pack, place, month: now },
    {
      id: 'delivery',
      title: `${place.name}: the plan in six steps`,
      summary: summaryOf(data),
      sections: sectionsOf(data),
    },
  );
  return ok({ data, page });
}

async function missesSeen(
  { pack, plan, records }: DeliveryQuestion,
  world: DeliveryWorld,
): Promise<Result<readonly PlaceMiss[]>> {
  if (!records.evidence.some(({ state }) => state === 'verified')) return ok([]);
  const found = await recalibrate({ pack, plan, ...records }, world);
  return found.ok ? ok(found.value.misses) : found;
}

function hashOf({ pack, plan, records, place, now, within }: DeliveryQuestion): string {
  const { scenario, seed, engine } = plan;
  return sha256Hex(
    canonicalJson({
      pack: pack.hash,
      scenario: scenario.id,
      seed,
      engine,
      records: inOrder(records),
      place,
      now,
      within,
    }),
  );
}

/** Records count as a set: in which order they were exported says nothing. */
function inOrder(records: DeliveryRecords): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(records).map(([kind, list]) => [kind, list.map(canonicalJson).toSorted()]));
}

function summaryOf({ hash, steps, register, gaps }: DeliveryData): readonly string[] {
  const items = steps.flatMap((step) => step.items);
  const done = items.filter(({ isDone }) => isDone).length;
  const [own] = register;
  const last = gaps.at(-1);
  return [
    `${done} of ${items.length} points of the six steps are done.`,
    `${own?.total.commitments ?? 0} commitments: ${own?.total.startedPeople ?? 0} of ${whole(own?.total.people ?? 0)} people have started, £${grouped(own?.total.spentGbp ?? 0)} of £${grouped(own?.total.costGbp ?? 0)} is spent.`,
    ...(last === undefined
      ? []
      : [
          `By ${last.month} the gap is ${last.presentGapFte} FTE as things stand, against ${last.undertakenGapFte} as undertaken.`,
        ]),
    `This document is ${hash.slice(0, 16)}: the same pack, plan and records give the same again.`,
  ];
}

function grouped(value: number): string {
  return IN_WORDS.format(value);
}

const IN_WORDS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

function whole(people: number): number {
  return Math.round(people * 10) / 10;
}

function sectionsOf(data: DeliveryData): readonly PageSection[] {
  return [
    ...standingSections(data),
    ...agreementSections(data.agreements),
    ...forecastSections(data),
    approvalSection(data),
  ];
}

/** Where a board writes what it decided, and of which document. */
function approvalSection({ hash }: DeliveryData): PageSection {
  return {
    id: 'approval',
    heading: 'Approval',
    introduction: `A decision is about the document with this hash and no other: ${hash}. cadre deliver with --expect draws it up again from the plan and the records and says whether it is the same.`,
    columns: [text('Who decides'), text('Decision'), text('Date')],
    groups: plainRows([
      ['Board', 'Approved / not approved', ''],
      ['Accountable officer', 'Approved / not approved', ''],
    ]),
    whenEmpty: 'Nobody decides.',
  };
}

function standingSections({ steps, register, notices }: DeliveryData): readonly PageSection[] {
  return [
    {
      id: 'steps',
      heading: 'The six steps',
      introduction: 'What is done, what is missing and who must act.',
      columns: [text('Point'), text('Standing'), text('Who acts')],
      groups: steps.map(({ step, items }) => ({
        heading: step,
        rows: items.map(({ what, isDone, whoActs }) => [what, isDone ? 'Done' : 'Missing', isDone ? '–' : whoActs]),
      })),
      whenEmpty: 'Nothing is known of the six steps.',
    },
    {
      id: 'register',
      heading: 'Commitments',
      introduction: 'Each commitment counts once, at the body that answers for it, and in every body above it.',
      columns: [
        text('Place'),
        ...['Commitments', 'People', 'Started', 'Lost', 'Late', 'Cost £', 'Spent £'].map(number),
      ],
      groups: plainRows(register.map(({ place, total }) => [place, ...registerCells(total)])),
      whenEmpty: 'No commitment has been recorded.',
    },
    {
      id: 'notices',
      heading: 'What falls due',
      introduction: 'What is overdue comes first.',
      columns: [text('Commitment'), text('What'), text('Who acts')],
      groups: plainRows(notices.map(({ undertaking, sentence, office }) => [undertaking, sentence, office])),
      whenEmpty: 'Nothing falls due soon.',
    },
  ];
}

function forecastSections({ gaps, misses }: DeliveryData): readonly PageSection[] {
  return [
    {
      id: 'gap',
      heading: 'What slipped, and what it does to the gap',
      introduction: 'Digital FTE, supply less demand, worked out anew with what has slipped, been lost or gone ahead.',
      columns: [text('Month'), number('As undertaken'), number('As things stand'), number('Difference')],
      groups: plainRows(
        gaps.map((each) => [
          each.month,
          ...[each.undertakenGapFte, each.presentGapFte, each.differenceFte].map(String),
        ]),
      ),
      whenEmpty: 'The plan has no month to look at.',
    },
    {
      id: 'misses',
      heading: 'Forecast against what was counted',
      introduction: 'People by which the gap differs from the forecast, and why; the parts add up to it.',
      columns: [text('Place'), text('Months'), number('Gap'), ...MISS_PARTS.map(number)],
      groups: plainRows(
        misses.map(({ place, from, until, gap, parts }) => [
          place,
          `${from} to ${until}`,
          ...[gap, ...MISS_PARTS.map((part) => parts[part])].map((people) => String(whole(people))),
        ]),
      ),
      whenEmpty: 'No verified evidence has come in.',
    },
  ];
}

function registerCells(sums: RegisterLine['total']): readonly string[] {
  const { commitments, people, startedPeople, lostPeople, byState, costGbp, spentGbp } = sums;
  return [commitments, whole(people), whole(startedPeople), whole(lostPeople), byState.late, costGbp, spentGbp].map(
    grouped,
  );
}

function unknownPlace(code: string) {
  return {
    code: 'unknown-reference',
    message: `Place '${code}' is not one of the pack's places.`,
    path: 'place',
    hint: 'Choose a code of places.csv.',
  } as const;
}
