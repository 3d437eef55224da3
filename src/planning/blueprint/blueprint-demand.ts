// What a resolved blueprint asks of a place in people and pay, at the stated values of the register.
import { demandLines, type DemandLine, type ResolvedBlueprint } from '#blueprint';
import { compile, demandParts, type Model } from '#engine';
import { assert, fail, ok, type Month, type Result } from '#kernel';
import { centralSample, effectiveRegister, valueAt, type Assumption, type HealthSystem } from '#workforce';

export type BlueprintDemand = {
  readonly lines: readonly DemandLine[];
  /** Digital FTE asked of a place in a month, by role. */
  readonly byRole: (place: string, month: Month) => ReadonlyMap<string, number>;
  /** Digital FTE that each line asks of a role in a place in a month: index of the line → FTE. */
  readonly byLine: (place: string, role: string, month: Month) => ReadonlyMap<number, number>;
  /** Digital FTE asked of a place in a month, and its pay with on-costs for a year. */
  readonly total: (place: string, month: Month) => DemandTotal;
};

export type DemandTotal = { readonly fte: number; readonly payGbpPerYear: number };

export type DemandRequest = {
  readonly system: HealthSystem;
  readonly resolved: ResolvedBlueprint;
  /** Id of the scenario whose assumptions hold. */
  readonly scenario: string;
};

export function blueprintDemand({ system, resolved, scenario: id }: DemandRequest): Result<BlueprintDemand> {
  const scenario = system.scenarios.find((each) => each.id === id);
  if (scenario === undefined) return fail(unknownScenario(id, system));
  const lines = demandLines(resolved);
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines });
  const asked = askedReader(model, register);
  const byLine: BlueprintDemand['byLine'] = (place, role, month) =>
    asked({ place, family: '*', role, band: '*' }, month - system.baseMonth);
  return ok({
    lines,
    byLine,
    byRole: (place, month) => new Map(system.roles.map((role) => [role.id, sumOf(byLine(place, role.id, month))])),
    total: (place, month) => {
      const step = month - system.baseMonth;
      const byBand = system.bands.map((band) => ({
        band: band.id,
        fte: sumOf(asked({ place, family: '*', role: '*', band: band.id }, step)),
      }));
      const pay = payReader(register, month);
      return {
        fte: byBand.reduce((sum, { fte }) => sum + fte, 0),
        payGbpPerYear: byBand.reduce((sum, { band, fte }) => sum + (fte === 0 ? 0 : fte * pay(band)), 0),
      };
    },
  });
}

type Slice = { readonly place: string; readonly family: string; readonly role: string; readonly band: string };

function askedReader(model: Model, register: readonly Assumption[]) {
  const samples = centralSample(register);
  return (slice: Slice, step: number): ReadonlyMap<number, number> =>
    new Map(demandParts(model, samples, { slice, step }).map(({ line, fte }) => [line, fte]));
}

/** @returns pay with on-costs of one FTE for a year, by band */
function payReader(register: readonly Assumption[], month: Month): (band: string) => number {
  const central = centralSample(register).values;
  const read = (id: string, members: { readonly band?: string }): number => {
    const column = register.findIndex((each) => each.id === id);
    const assumption = register[column];
    assert(assumption !== undefined, `the register has '${id}'.`);
    return valueAt(assumption, central[column] ?? 1, { month, members });
  };
  return (band) => read('pay.salary', { band }) * (1 + read('pay.on-costs', {}));
}

function sumOf(values: ReadonlyMap<number, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

function unknownScenario(id: string, { scenarios }: HealthSystem) {
  return {
    code: 'unknown-reference',
    message: `scenario '${id}' is not one of the pack's scenarios`,
    path: 'scenario',
    hint: `Choose one of: ${scenarios.map((each) => each.id).join(', ')}.`,
  } as const;
}
