// The register of commitments: what each body answers for and how it goes, added up along the tree and counted once.
import { ancestorsOf, type PlaceTree } from '#workforce';
import { COMMITMENT_STATES, type CommitmentRecord, type CommitmentState } from './commitment-record.ts';

export type RegisterSums = {
  readonly commitments: number;
  /** Starts undertaken, withdrawn ones included: what is lost of them stands beside it. */
  readonly people: number;
  readonly startedPeople: number;
  readonly lostPeople: number;
  readonly costGbp: number;
  readonly spentGbp: number;
  readonly byState: { readonly [state in CommitmentState]: number };
};

export type RegisterLine = {
  readonly place: string;
  /** What the body itself answers for. */
  readonly own: RegisterSums;
  /** What bodies below it answer for. */
  readonly below: RegisterSums;
  readonly total: RegisterSums;
};

/** One line for each place in the order of the tree. A commitment has one accountable body, so nothing counts twice. */
export function commitmentRegister(records: readonly CommitmentRecord[], tree: PlaceTree): readonly RegisterLine[] {
  const own = new Map<string, RegisterSums>();
  const below = new Map<string, RegisterSums>();
  for (const record of records) {
    const sums = sumsOf(record);
    addTo(own, record.accountablePlace, sums);
    for (const { code } of ancestorsOf(tree, record.accountablePlace)) addTo(below, code, sums);
  }
  return tree.places.map(({ code }) => {
    const [mine, theirs] = [own.get(code) ?? NOTHING, below.get(code) ?? NOTHING];
    return { place: code, own: mine, below: theirs, total: plus(mine, theirs) };
  });
}

export function startedPeopleOf({ progress }: CommitmentRecord): number {
  return progress.reduce((sum, each) => sum + each.startedPeople, 0);
}

export function spentGbpOf({ progress }: CommitmentRecord): number {
  return progress.reduce((sum, each) => sum + each.spentGbp, 0);
}

/** @returns starts that will not happen: what is said to be lost, or all that had not begun when it was withdrawn */
export function lostPeopleOf(record: CommitmentRecord): number {
  const left = Math.max(0, record.people - startedPeopleOf(record));
  return record.state === 'withdrawn' ? left : Math.min(left, record.lostPeople);
}

const NO_STATES = {
  proposed: 0,
  agreed: 0,
  'on-track': 0,
  'at-risk': 0,
  late: 0,
  done: 0,
  withdrawn: 0,
};

const NOTHING: RegisterSums = {
  commitments: 0,
  people: 0,
  startedPeople: 0,
  lostPeople: 0,
  costGbp: 0,
  spentGbp: 0,
  byState: NO_STATES,
};

function sumsOf(record: CommitmentRecord): RegisterSums {
  return {
    commitments: 1,
    people: record.people,
    startedPeople: startedPeopleOf(record),
    lostPeople: lostPeopleOf(record),
    costGbp: record.costGbp,
    spentGbp: spentGbpOf(record),
    byState: { ...NO_STATES, [record.state]: 1 },
  };
}

function addTo(sums: Map<string, RegisterSums>, place: string, more: RegisterSums): void {
  sums.set(place, plus(sums.get(place) ?? NOTHING, more));
}

function plus(one: RegisterSums, other: RegisterSums): RegisterSums {
  const byState = { ...NO_STATES };
  for (const state of COMMITMENT_STATES) byState[state] = one.byState[state] + other.byState[state];
  return {
    commitments: one.commitments + other.commitments,
    people: one.people + other.people,
    startedPeople: one.startedPeople + other.startedPeople,
    lostPeople: one.lostPeople + other.lostPeople,
    costGbp: one.costGbp + other.costGbp,
    spentGbp: one.spentGbp + other.spentGbp,
    byState,
  };
}
