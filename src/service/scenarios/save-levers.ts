// Settings of the levers as a scenario: each lever that the register knows becomes an assumption set otherwise.
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import type { Assumption, AssumptionValue, HealthSystem, Scenario } from '#workforce';
import { atWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';
import { keepScenario, scenarioId } from './keep-scenario.ts';

/** Lever → its setting, as the workbench names and counts them. */
export type LeverSettings = ReadonlyMap<string, number>;

export type LeverOrder = { readonly from: string; readonly name: string; readonly settings: LeverSettings };

/** @returns the id of the new scenario; `duplicate` where its name is empty or taken, `out-of-range` for a setting that a
 *  scenario cannot hold */
export async function saveLevers(desk: Desk, { from: id, name, settings }: LeverOrder): Promise<Result<string>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { system } = workspace.value.pack;
  const from = system.scenarios.find((one) => one.id === id);
  if (from === undefined) return notThere('scenario');
  const made = scenarioId(name);
  if (made === '' || system.scenarios.some((one) => one.id === made)) return fail(taken(name));
  const assumptions = setBy(system, from, settings);
  if (!assumptions.ok) return assumptions;
  const told = [...settings].map(([lever, value]) => `${lever} ${value}`).join(', ') || 'all at rest';
  const scenario: Scenario = {
    ...from,
    id: made,
    name,
    description: `${from.name}, with the levers set so: ${told}.`,
    assumptions: assumptions.value,
  };
  const kept = await keepScenario(desk, { scenario, copyOf: from.id, madeFrom: 0 });
  return kept.ok ? ok(made) : kept;
}

/** Levers that move one assumption each: how far they go in percent, and what a setting makes of a value. */
export const SHARED_LEVERS = {
  recruitment: { assumption: 'recruitment.level', min: -50, max: 100, change: grown },
  retention: { assumption: 'attrition.level', min: -25, max: 25, change: shrunk },
  demand: { assumption: 'demand.level', min: -50, max: 50, change: grown },
  productivity: { assumption: 'productivity.yearly', min: 0, max: 5, change: added },
} as const;

function grown(old: number, percent: number): number {
  return old * (1 + percent / 100);
}

function shrunk(old: number, percent: number): number {
  return old * (1 - percent / 100);
}

function added(old: number, percent: number): number {
  return old + percent / 100;
}

type Move = { readonly assumption: Assumption; readonly change: (old: number) => number };

/** What a setting moves, or why it cannot be kept: what is of a plan or of money for it says nothing of the future. */
function moveOf(
  known: ReadonlyMap<string, Assumption>,
  system: HealthSystem,
  [lever, value]: [string, number],
): Result<Move> {
  const shared = Object.entries(SHARED_LEVERS).find(([name]) => name === lever)?.[1];
  const channel = system.channels.find(({ id }) => lever === `starts.${id}`);
  const id = shared?.assumption ?? channel?.baselineStartsPerYear;
  const assumption = known.get(id ?? '');
  if (assumption === undefined) return fail(notKept(lever, 'no assumption of the pack is moved by it'));
  const { min, max } = shared ?? { min: 0, max: LIMITS.leverStartsPerYear };
  if (!(value >= min && value <= max)) return fail(notKept(lever, `${value} is not from ${min} to ${max}`));
  const change = (old: number): number => (shared === undefined ? old + value : shared.change(old, value));
  return ok({ assumption, change });
}

/** The scenario's own assumptions, with those that the levers move set otherwise. */
function setBy(system: HealthSystem, from: Scenario, settings: LeverSettings): Result<readonly Assumption[]> {
  const set = new Map(from.assumptions.map((one) => [one.id, one]));
  const known = new Map([...system.assumptions, ...from.assumptions].map((one) => [one.id, one]));
  for (const [lever, value] of settings) {
    if (value === 0) continue;
    const move = moveOf(known, system, [lever, value]);
    if (!move.ok) return move;
    const { assumption, change } = move.value;
    set.set(assumption.id, {
      ...assumption,
      value: changed(assumption.value, change),
      spread:
        assumption.value.kind === 'scalar' && assumption.spread !== null
          ? shifted(assumption.spread, change)
          : assumption.spread,
      kind: 'judgement',
      signedOffBy: null,
      note: `Set on the workbench: ${lever} ${value}.`,
    });
  }
  return ok([...set.values()]);
}

function changed(value: AssumptionValue, change: (old: number) => number): AssumptionValue {
  switch (value.kind) {
    case 'scalar':
      return { kind: 'scalar', value: change(value.value) };
    case 'dated':
      return { kind: 'dated', steps: value.steps.map((step) => ({ ...step, value: change(step.value) })) };
    case 'table':
      return { ...value, cells: value.cells.map((cell) => ({ ...cell, value: change(cell.value) })) };
  }
}

/** A range moves with its value. */
function shifted(
  spread: NonNullable<Assumption['spread']>,
  change: (old: number) => number,
): NonNullable<Assumption['spread']> {
  switch (spread.kind) {
    case 'uniform':
      return { ...spread, low: change(spread.low), high: change(spread.high) };
    case 'triangular':
      return { ...spread, low: change(spread.low), mode: change(spread.mode), high: change(spread.high) };
    case 'lognormal':
      return { ...spread, p10: change(spread.p10), p90: change(spread.p90) };
    case 'normal':
      return {
        ...spread,
        mean: change(spread.mean),
        low: spread.low === null ? null : change(spread.low),
        high: spread.high === null ? null : change(spread.high),
      };
  }
}

function taken(name: string): Problem {
  return {
    code: 'duplicate',
    message: `'${name}' cannot be the name: it is empty, or a scenario has it already.`,
    path: 'name',
    hint: 'Go back and choose another name.',
  };
}

function notKept(lever: string, why: string): Problem {
  return {
    code: 'out-of-range',
    message: `The setting of '${lever}' cannot be part of a scenario: ${why}.`,
    path: `settings.${lever}`,
    hint: 'Set another lever or value, or leave it at 0.',
  };
}
