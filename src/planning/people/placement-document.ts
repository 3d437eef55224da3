// A placement run as a document: a proposal with its proof, the lots and weights it hangs on, and who would go where.
import { canonicalJson, fail, ok, type Problem, type Result, sha256Hex } from '#kernel';
import {
  type FrontierPoint,
  type Placed,
  type PlacementMethod,
  type PlacementOutcome,
  placementFrontier,
  type PlacementReasons,
  placementReasons,
  type PlacementRound,
  placementRoundSchema,
  placePeople,
} from '#pathways';

export type PlacementDocument = {
  /** Nobody is placed by a machine: a person decides on it, with a reason. */
  readonly status: 'proposal';
  readonly round: string;
  readonly title: string;
  /** SHA-256 of the round in canonical JSON: the same round, method and version give the same proposal. */
  readonly roundHash: string;
  readonly method: PlacementMethod;
  readonly seed: number;
  readonly weights: PlacementRound['weights'];
  readonly outcome: PlacementOutcome;
  readonly proof:
    | {
        readonly kind: 'prices';
        readonly totalPoints: number;
        readonly boundPoints: number;
        readonly prices: readonly PlacePrice[];
      }
    | { readonly kind: 'stable'; readonly blockingPairs: number };
  /** In the order of their ids. */
  readonly placements: readonly ProposedPlacement[];
};

type PlacePrice = { readonly place: string; readonly points: number };

export type ProposedPlacement = {
  readonly person: string;
  /** Null for none. */
  readonly place: string | null;
  /** Null for a place that was not listed, and for none. */
  readonly choice: number | null;
};

/** @param input what a file holds */
export function readRound(input: unknown, path: string): Result<PlacementRound> {
  const parsed = placementRoundSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail(
    ...parsed.error.issues.map((issue): Problem => ({
      code: 'schema',
      message: `${issue.path.join('.') || 'the round'}: ${issue.message}`,
      path,
      hint: 'Correct the field; docs/model/placement.md says what a round is made of.',
    })),
  );
}

export function proposePlacement(round: PlacementRound, method: PlacementMethod): Result<PlacementDocument> {
  const placed = placePeople(round, method);
  return placed.ok ? ok(documentOf(round, method, placed.value)) : placed;
}

/** @returns the points of the trade, or why the round does not hold together */
export function placementTrade(
  round: PlacementRound,
  onRun: (shareDone: number) => void,
): Result<readonly FrontierPoint[]> {
  // One run tells what is wrong with the round, before the many.
  const placed = placePeople(round, 'cheapest');
  return placed.ok ? ok(placementFrontier(round, onRun)) : placed;
}

/** Why one person would go where the proposal says. */
export function explainPlacement(
  round: PlacementRound,
  method: PlacementMethod,
  person: string,
): Result<PlacementReasons> {
  const placed = placePeople(round, method);
  if (!placed.ok) return placed;
  const reasons = placementReasons(placed.value, person, round.weights);
  if (reasons !== null) return ok(reasons);
  return fail({
    code: 'unknown-reference',
    message: `nobody in the round has the id '${person}'`,
    path: 'why',
    hint: 'Give the id of somebody in the list of people.',
  });
}

function documentOf(round: PlacementRound, method: PlacementMethod, placed: Placed): PlacementDocument {
  const { table, seatOf, outcome, proof } = placed;
  const placements = table.people
    .map(({ id, preferences }, row): ProposedPlacement => {
      const place = table.places[seatOf[row] ?? -1]?.id ?? null;
      const choice = place === null ? -1 : preferences.indexOf(place);
      return { person: id, place, choice: choice < 0 ? null : choice + 1 };
    })
    .toSorted((one, other) => (one.person < other.person ? -1 : 1));
  const shown =
    proof.kind === 'prices'
      ? { ...proof, prices: table.places.map(({ id }, place) => ({ place: id, points: proof.prices[place] ?? 0 })) }
      : proof;
  return {
    status: 'proposal',
    round: round.id,
    title: round.title,
    roundHash: sha256Hex(canonicalJson(round)),
    method,
    seed: round.seed,
    weights: round.weights,
    outcome,
    proof: shown,
    placements,
  };
}
