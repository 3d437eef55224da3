// What a plan leaves short over many futures: those it was made on, and fresh ones it has never seen.
import { needBySample, type NeedBySample } from '#engine';
import { helpOf, readRisk, type PlanProblem, type PlannedStart } from '#optimiser';
import { drawSamples, sampleDesign } from '#workforce';
import { fteInWords, percentInWords } from '../plan/words.ts';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import type { OptimiseDocument } from './optimise-document.ts';
import { requirementChances } from './requirement-chances.ts';

/** Worst futures that a plan is judged by where its aim names none. */
const USUAL_TAIL_SHARE = 0.1;

/** Keeps fresh futures apart from those of any seed near by. */
const FRESH = 0x5f356495;

/** Needs by future in the order of the problem: the same seed gives the same futures.
 *  @param kind fresh futures are scrambled anew, so that a plan made on the others has not seen them */
export function futuresOf(
  run: PreparedRun,
  problem: PlanProblem,
  { count, kind }: { readonly count: number; readonly kind: 'known' | 'fresh' },
): NeedBySample {
  const { seed, mode } = run.options;
  const chance = kind === 'known' ? seed : (seed ^ FRESH) >>> 0;
  const design = sampleDesign(run.pack.system);
  const samples = drawSamples(run.register, { count, seed: chance, design });
  return needBySample(run.model, { mode, seed: chance, samples, starts: [] }, problem.periods);
}

export type RiskQuestion = {
  readonly run: PreparedRun;
  /** Whose needs are those of the mean course. */
  readonly problem: PlanProblem;
  readonly starts: readonly PlannedStart[];
  readonly known: NeedBySample;
  readonly tailShare: number | null;
};

export function studyRisk({ run, problem, starts, known, tailShare }: RiskQuestion): OptimiseDocument['risk'] {
  const fresh = futuresOf(run, problem, { count: known.count, kind: 'fresh' });
  const help = helpOf(problem, starts);
  const tail = tailShare ?? USUAL_TAIL_SHARE;
  const read = (futures: NeedBySample, brought: Float64Array) => {
    const { meanFteYears, tailFteYears } = readRisk(problem, futures, { help: brought, tailShare: tail });
    return { meanFteYears: Math.round(meanFteYears), tailFteYears: Math.round(tailFteYears) };
  };
  const before = read(fresh, new Float64Array(help.length));
  const [inSample, inFresh] = [read(known, help), read(fresh, help)];
  const titles = new Map(run.resolved.requirements.map(({ requirement }) => [requirement.id, requirement.title]));
  const chances = requirementChances({
    problem,
    futures: fresh,
    resolved: run.resolved,
    baseMonth: run.pack.system.baseMonth,
    help,
  });
  return {
    futures: known.count,
    tailShare: tail,
    before,
    inSample,
    fresh: inFresh,
    sentence:
      `Over ${known.count} futures the plan leaves ${fteInWords(inSample.meanFteYears)} post-years short on average and ` +
      `${fteInWords(inSample.tailFteYears)} in the worst ${percentInWords(tail)} of them; over as many fresh futures, ` +
      `${fteInWords(inFresh.meanFteYears)} and ${fteInWords(inFresh.tailFteYears)}, against ` +
      `${fteInWords(before.meanFteYears)} and ${fteInWords(before.tailFteYears)} without a plan.`,
    requirements: chances.map((each) => ({ ...each, title: titles.get(each.requirement) ?? each.requirement })),
  };
}
