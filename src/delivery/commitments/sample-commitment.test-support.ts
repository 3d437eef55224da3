// A sound commitment for tests, with any of its fields set otherwise.
import type { CommitmentRecord } from './commitment-record.ts';

export function sampleCommitment(set: Partial<CommitmentRecord>): CommitmentRecord {
  const people = set.people ?? 4;
  return {
    undertaking: 'MILL/apprenticeship/data/2026',
    tier: 'organisation',
    accountablePlace: 'MILL',
    place: 'MILL',
    office: 'Apprenticeship lead',
    channel: 'apprenticeship',
    family: 'data',
    posts: [{ role: 'data-analyst', band: '5', people }],
    people,
    costGbp: 60_000,
    fund: 'apprenticeship levy',
    requirements: ['REC-1'],
    measure: {
      measure: 'fte',
      place: 'MILL',
      family: 'data',
      month: '2029-03',
      withoutPlanFte: 20,
      withPlanFte: 22,
    },
    startMonth: '2026-10',
    lastStartMonth: '2027-03',
    dueMonth: '2029-03',
    slipMonths: 0,
    lostPeople: 0,
    progress: [],
    plan: { hash: 'abc', scenario: 'as-things-stand' },
    state: 'proposed',
    reason: (set.state ?? 'proposed') === 'withdrawn' ? 'The fund was closed.' : null,
    ...set,
  };
}
