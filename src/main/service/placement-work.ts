// The work behind a placement round: the proposal, why each person would go where it says, and the trade.
import { canonicalJson, fail, ok, type Problem, type Result } from '#kernel';
import { placementReasons, placePeople, type PlacementRound } from '#pathways';
import {
  type PlacementMethod,
  placementSentences,
  placementTrade,
  proposePlacement,
  reasonSentences,
  tradeLines,
} from '#planning';
import type { JobWork } from '#queue';
import { hashOfRound, readRound, ROUND_PART, roundAskSchema, type Store } from '#service';

export function createPlacementWork(store: Store): JobWork {
  return async ({ tenant, job }, { onProgress }) => {
    const asked = roundAskSchema.safeParse(job.request);
    if (!asked.success) return fail(unreadable);
    const { round: id, method, recordsHash } = asked.data.ask;
    const read = await store.inTenant(tenant, async (session) => ok(await readRound(session, id)));
    if (!read.ok) return read;
    const round = read.value;
    if (round === null || hashOfRound(round) !== recordsHash) return fail(moved);
    return placed(round, method, onProgress);
  };
}

function placed(
  round: PlacementRound,
  method: PlacementMethod,
  onProgress: (step: string, shareDone: number) => void,
): Result<ReadonlyMap<string, string>> {
  onProgress('Placing everybody', 0);
  const proposal = proposePlacement(round, method);
  if (!proposal.ok) return proposal;
  const assigned = placePeople(round, method);
  if (!assigned.ok) return assigned;
  const reasons = round.people.flatMap(({ id }): [string, string][] => {
    const found = placementReasons(assigned.value, id, round.weights);
    return found === null ? [] : [[ROUND_PART.reasons(id), canonicalJson(reasonSentences(found))]];
  });
  const trade = placementTrade(round, (shareDone) => onProgress('Weighing the trade', 0.2 + 0.8 * shareDone));
  if (!trade.ok) return trade;
  const { roundHash, outcome, placements } = proposal.value;
  const document = { roundHash, sentences: placementSentences(proposal.value), fills: outcome.fills, placements };
  return ok(
    new Map([
      [ROUND_PART.document, canonicalJson(document)],
      [ROUND_PART.trade, canonicalJson(tradeLines(trade.value))],
      ...reasons,
    ]),
  );
}

const moved: Problem = {
  code: 'stale',
  message: 'The round or the wishes sent to it changed before the work began.',
  path: 'request.ask.recordsHash',
  hint: 'Ask again from the page of the round; the newest wishes are read.',
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this job holds no round in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again from the page of the round.',
};
