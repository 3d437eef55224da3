// An undertaking of an accepted plan as a commitment to be kept, proposed to the body that answers for it.
import type { CommitmentRecord } from '#delivery';
import type { Commitment } from '../commitments/commitment.ts';
import type { PlanDocument } from '../plan/plan-document.ts';

/** @param office that answers for it at its accountable place; never a person */
export function commitmentRecord(plan: PlanDocument, commitment: Commitment, office: string): CommitmentRecord {
  const { tier, accountablePlace, place, channel, family, posts, people, costGbp, fund, requirements, measure } =
    commitment;
  return {
    undertaking: commitment.id,
    tier,
    accountablePlace,
    place,
    office,
    channel,
    family,
    posts,
    people,
    costGbp,
    fund,
    requirements,
    measure,
    startMonth: commitment.firstStartMonth,
    lastStartMonth: commitment.lastStartMonth,
    dueMonth: commitment.inPostMonth,
    slipMonths: 0,
    lostPeople: 0,
    progress: [],
    plan: { hash: plan.pack.hash, scenario: plan.scenario.id },
    state: 'proposed',
    reason: null,
  };
}
