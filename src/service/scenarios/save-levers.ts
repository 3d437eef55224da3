// Settings of the levers as a scenario: each lever that the register knows becomes an assumption set otherwise.
import { fail, type Problem, type Result } from '#kernel';
import type { Assumption, AssumptionValue, HealthSystem, Scenario } from '#workforce';
import { atWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';
import { keepScenario, scenarioId } from './keep-scenario.ts';

/** Lever → its setting, as the workbench names and counts them. */
export type LeverSettings = ReadonlyMap<string, number>;

export type LeverOrder = { readonly from: string; readonly name: string; readonly settings: LeverSettings };

/** @returns the id of the new scenario; `duplicate` where its name is empty or taken */
export async function saveLevers(desk: Desk, { from: id, name, settings }: LeverOrder): Promise<Result<string>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { system } = workspace.value.pack;
  const from = system.scenarios.find((one) => one.id === id);
  if (from === undefined) return notThere('scenario');
  const made = scenarioId(name);
  if (made === '' || system.scenarios.some((one) => one.id === made)) return fail(taken(name));
  const told = [...settings].map(([lever, value]) => `${lever} ${value}`).join(', ') || 'all at rest';
  const scenario: Scenario = {
    ...from,
    id: made,
    name,
    description: `${from.name}, with the levers set so: ${told}.`,
    assumptions: setBy(system, from, settings),
  };
  const kept = await keepScenario(desk, { scenario, copyOf: from.id, madeFrom: 0 });
  return kept.ok ? { ok: true, value: made } : kept;
}

/** The assumption that a lever multiplies, and by what for a setting in percent. */
const FACTORS: Readonly<Record<string, { readonly assumption: string; readonly times: (percent: number) => number }>> =
  {
    retention: { assumption: 'attrition.level', times: (percent) => 1 - percent / 100 },
    recruitment: { assumption: 'recruitment.level', times: (percent) => 1 + percent / 100 },
    demand: { assumption: 'demand.level', times: (percent) => 1 + percent / 100 },
  };

/** The scenario's own assumptions, with those that the levers move set otherwise. */
function setBy(system: HealthSystem, from: Scenario, settings: LeverSettings): readonly Assumption[] {
  const set = new Map(from.assumptions.map((one) => [one.id, one]));
  const known = (id: string) => set.get(id) ?? system.assumptions.find((one) => one.id === id);
  for (const [lever, value] of settings) {
    if (value === 0) continue;
    const factor = FACTORS[lever];
    const channel = system.channels.find((each) => lever === `starts.${each.id}`);
    const id =
      factor?.assumption ?? (lever === 'productivity' ? 'productivity.yearly' : channel?.baselineStartsPerYear);
    const before = known(id ?? '');
    if (before === undefined) continue;
    const change = (old: number) =>
      factor !== undefined ? old * factor.times(value) : old + (lever === 'productivity' ? value / 100 : value);
    set.set(before.id, {
      ...before,
      value: changed(before.value, change),
      spread: before.value.kind === 'scalar' && before.spread !== null ? shifted(before.spread, change) : before.spread,
      kind: 'judgement',
      signedOffBy: null,
      note: `Set on the workbench: ${lever} ${value}.`,
    });
  }
  return [...set.values()];
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
