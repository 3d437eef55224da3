// What each assumption does to the gap of a place at the end of the plan, and which share of the doubt goes with it.
import {
  compile,
  everyAssumptionMoves,
  gapReader,
  partOf,
  sensitivity,
  totalShares,
  type CompileInput,
  type Model,
  type Sensitivity,
  type TotalShare,
} from '#engine';
import { sampleDesign, type Assumption } from '#workforce';

/** A model, and what it was compiled from. */
export type StudiedModel = { readonly input: CompileInput; readonly model: Model };

export type StudyRequest = {
  /** Code of the place whose gap is asked about. */
  readonly place: string;
  readonly seed: number;
  /** Samples of the assumptions from which shares of the doubt are read, a power of two. */
  readonly samples: number;
  /** Shares are read for so many of the strongest assumptions at most. */
  readonly mostShares: number;
};

export type SensitivityStudy = {
  /** In the order of the register. */
  readonly assumptions: readonly Sensitivity[];
  /** Of the assumptions that matter, the strongest first. */
  readonly shares: readonly TotalShare[];
};

export function studySensitivity({ input, model }: StudiedModel, request: StudyRequest): SensitivityStudy {
  const { register, system } = input;
  const whole = isAllUncertain(register) ? model : compile({ ...input, register: everyAssumptionMoves(register) });
  const part = partOf(whole, request.place);
  const reader = gapReader(part, part.steps);
  const assumptions = sensitivity(part, { register, step: part.steps, reader });
  const shares = totalShares(register, {
    reader,
    design: sampleDesign(system),
    seed: request.seed,
    count: request.samples,
    wanted: strongestOf(assumptions, request.mostShares),
  });
  return { assumptions, shares: shares.toSorted((one, other) => other.share - one.share) };
}

function isAllUncertain(register: readonly Assumption[]): boolean {
  return register.every(({ spread }) => spread !== null);
}

/** Of what the assumptions' swings, squared, come to together, those that are left out have less than this. */
const LEFT_OUT = 0.01;

/** The assumptions that move the gap most from end to end. What each does by itself chooses; what they do together, shares
 *  say. */
function strongestOf(assumptions: readonly Sensitivity[], most: number): readonly string[] {
  const squares = assumptions.map(({ assumption, low, high }) => ({ assumption, square: (high - low) * (high - low) }));
  const ranked = squares.filter(({ square }) => square > 0).toSorted((one, other) => other.square - one.square);
  let left = ranked.reduce((sum, { square }) => sum + square, 0);
  const enough = left * LEFT_OUT;
  const chosen: string[] = [];
  for (const { assumption, square } of ranked) {
    if (left <= enough || chosen.length === most) break;
    chosen.push(assumption);
    left -= square;
  }
  return chosen;
}
