// The six steps of planning in one place: of each what is done, what is missing and who must act.
import { formatMonth, type Month } from '#kernel';

/** The steps in their order.
 *  @source Skills for Health, Six Steps Methodology to Integrated Workforce Planning */
export const SIX_STEPS = [
  'Define the plan',
  'Map service change',
  'Define the required workforce',
  'Understand workforce availability',
  'Plan to deliver',
  'Implement, monitor and refresh',
] as const;

/** What is known of a place when its steps are read. */
export type StepFacts = {
  readonly now: Month;
  readonly purpose: string | null;
  readonly requirements: number;
  /** Requirements that apply and for which nothing says how they are met. */
  readonly requirementsUnstated: readonly string[];
  readonly demandFte: number;
  readonly supplyFte: number;
  readonly assumptionsOverdue: readonly string[];
  readonly assumptionsUnsigned: number;
  readonly commitments: { readonly all: number; readonly agreed: number; readonly late: number };
  readonly gapFte: number;
  readonly lastEvidence: Month | null;
  readonly casesWithoutOutcome: readonly string[];
};

export type StepItem = { readonly what: string; readonly isDone: boolean; readonly whoActs: string };
export type StepReading = { readonly step: (typeof SIX_STEPS)[number]; readonly items: readonly StepItem[] };

/** Evidence older than this is no longer a watch over the plan. */
const FRESH_MONTHS = 3;

export function readSixSteps(facts: StepFacts): readonly StepReading[] {
  const [define, map, required, available, deliver, implement] = SIX_STEPS;
  return [
    { step: define, items: definedItems(facts) },
    { step: map, items: mappedItems(facts) },
    { step: required, items: [item(`Posts needed: ${posts(facts.demandFte)}`, facts.demandFte > 0, PLANNER)] },
    { step: available, items: availableItems(facts) },
    { step: deliver, items: deliveredItems(facts) },
    { step: implement, items: watchedItems(facts) },
  ];
}

const PLANNER = 'Workforce planner of the place';
const LEAD = 'Lead of the place';

function item(what: string, isDone: boolean, whoActs: string): StepItem {
  return { what, isDone, whoActs };
}

function definedItems({ purpose, requirements }: StepFacts): readonly StepItem[] {
  return [
    item(purpose === null ? 'The plan’s purpose is not stated' : `Purpose: ${purpose}`, purpose !== null, PLANNER),
    item(`Requirements that apply here: ${requirements}`, requirements > 0, 'Owner of the blueprint'),
  ];
}

function mappedItems({ requirementsUnstated }: StepFacts): readonly StepItem[] {
  const missing = requirementsUnstated.map((id) => item(`Nothing says how '${id}' is met`, false, LEAD));
  return missing.length > 0 ? missing : [item('Every requirement says how it is met', true, LEAD)];
}

function availableItems(facts: StepFacts): readonly StepItem[] {
  return [
    item(`People in post: ${posts(facts.supplyFte)}`, facts.supplyFte > 0, PLANNER),
    item(
      facts.assumptionsOverdue.length === 0
        ? 'Every assumption is within its review date'
        : `Past their review date: ${facts.assumptionsOverdue.join(', ')}`,
      facts.assumptionsOverdue.length === 0,
      'Owners of the assumptions',
    ),
    item(
      `Assumptions that nobody has signed off: ${facts.assumptionsUnsigned}`,
      facts.assumptionsUnsigned === 0,
      'Owners of the assumptions',
    ),
  ];
}

function deliveredItems({ commitments, gapFte, casesWithoutOutcome }: StepFacts): readonly StepItem[] {
  return [
    item(
      `Commitments agreed: ${commitments.agreed} of ${commitments.all}`,
      commitments.all > 0 && commitments.agreed === commitments.all,
      LEAD,
    ),
    item(
      gapFte < -0.5 ? `With all that is agreed ${posts(-gapFte)} are still missing` : 'What is agreed closes the gap',
      gapFte >= -0.5,
      LEAD,
    ),
    ...casesWithoutOutcome.map((title) => item(`Business case '${title}' names no outcome`, false, 'Finance lead')),
  ];
}

function watchedItems({ now, lastEvidence, commitments }: StepFacts): readonly StepItem[] {
  const isFresh = lastEvidence !== null && now - lastEvidence <= FRESH_MONTHS;
  const told = lastEvidence === null ? 'No evidence has come in' : `Last evidence: ${formatMonth(lastEvidence)}`;
  return [
    item(told, isFresh, PLANNER),
    item(`Commitments that are late: ${commitments.late}`, commitments.late === 0, LEAD),
  ];
}

function posts(fte: number): string {
  return `${Math.round(fte * 10) / 10} FTE`;
}
