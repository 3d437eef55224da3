// The work behind a placement round: the proposal, why each person would go where it says, and the trade.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { placementReasons, placePeople } from '#pathways';
import { placementSentences, placementTrade, proposePlacement, reasonSentences, tradeLines } from '#planning';
import type { JobWork } from '#queue';
import { ROUND_PART, roundAskSchema } from '#service';

export const placementWork: JobWork = async ({ job }, { onProgress }) => {
  const asked = roundAskSchema.safeParse(job.request);
  if (!asked.success) return fail(unreadable);
  const { round, method } = asked.data.ask;
  onProgress('Placing everybody', 0);
  const proposal = proposePlacement(round, method);
  if (!proposal.ok) return proposal;
  const placed = placePeople(round, method);
  if (!placed.ok) return placed;
  const reasons = round.people.flatMap(({ id }): [string, string][] => {
    const found = placementReasons(placed.value, id, round.weights);
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
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this job holds no round in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again from the page of the round.',
};
