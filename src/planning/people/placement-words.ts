// A placement in words: what it comes to, why somebody is placed where they are, and the trade to choose from.
import type { FrontierPoint, PlacementReasons, WhyNot } from '#pathways';
import { counted } from '../blueprint/blueprint-page.ts';
import { listInWords, percentInWords } from '../plan/words.ts';
import type { PlacementDocument } from './placement-document.ts';

/** What a proposal comes to, in sentences to read aloud. */
export function placementSentences({ outcome, proof, method }: PlacementDocument): readonly string[] {
  const { people, firstChoices, outsideTopFive, unplaced, emptiestFillShare, meanTravelMinutes } = outcome;
  return [
    `Of ${counted(people, 'person', 'people')}, ${firstChoices} would get their first choice, ${outsideTopFive} a place outside their first five, and ${unplaced} none.`,
    `The emptiest place would be ${percentInWords(emptiestFillShare)} full; those placed would travel ${Math.round(meanTravelMinutes)} minutes on average.`,
    proof.kind === 'prices'
      ? `It costs ${proof.totalPoints} points, and its prices prove that no placement costs fewer than ${proof.boundPoints}.`
      : `Of all pairs of a person and a place, ${proof.blockingPairs === 0 ? 'none' : proof.blockingPairs} would both rather have each other.`,
    `This is a proposal by the method '${method}': nobody is placed until a person decides and says why.`,
  ];
}

/** Why one person would go where the proposal says. */
export function reasonSentences({ person, place, choice, wantedMore }: PlacementReasons): readonly string[] {
  const given =
    place === null
      ? `${person} would be given no place.`
      : `${person} would go to ${place}, ${choice === null ? 'which is not on the list' : `choice ${choice} on the list`}.`;
  return [given, ...wantedMore.map((each) => `Not ${each.place} (choice ${each.choice}): ${whyInWords(each.why)}.`)];
}

function whyInWords(why: WhyNot): string {
  switch (why.kind) {
    case 'too-far':
      return 'it is further than this person would travel, or the way there is not known';
    case 'nothing-open':
      return 'it has no post open, or nobody to supervise';
    case 'costs-others-more':
      return why.atLeastPoints === 0
        ? 'all others would lose at least as much as this person would gain'
        : `all others would lose at least ${why.atLeastPoints} points more than this person would gain`;
    case 'full':
      return `it is full; ${listInWords([
        ...(why.rankedHigher > 0
          ? [`${why.rankedHigher} there ${why.rankedHigher === 1 ? 'is' : 'are'} ranked higher`]
          : []),
        ...(why.luckierAlike > 0 ? [`${why.luckierAlike} ranked alike had a better lot`] : []),
      ])}`;
  }
}

/** One line for each point of the trade. */
export function tradeLines(points: readonly FrontierPoint[]): readonly string[] {
  return points.map(
    ({ weights, outcome }) =>
      `first choices ${outcome.firstChoices}, outside first five ${outcome.outsideTopFive}, unplaced ${outcome.unplaced}, emptiest place ${percentInWords(outcome.emptiestFillShare)} full, with notFirst ${weights.notFirst}, outsideTopFive ${weights.outsideTopFive}, crowding ${weights.crowding}`,
  );
}
