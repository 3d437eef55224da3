// A health system of any size for the benchmark of growth: the hamlet, with its hospital and its roles many times over.
import type { HealthSystem } from '#workforce';
import type { Pack } from '#planning';
import { modelOf, packNamed, type PackModel } from './pack-model.ts';

export type Size = {
  readonly organisations: number;
  readonly roles: number;
  readonly months: number;
};

/** Cells are place × role × band × single year of age. */
export async function grownModel(size: Size): Promise<PackModel & { readonly cells: number }> {
  const grown = modelOf(grow(await packNamed('hamlet'), size), 'as-things-stand');
  const { units, rows, ages } = grown.model;
  return { ...grown, cells: units.length * rows.count * ages.count };
}

function grow(pack: Pack, size: Size): Pack {
  const system = withOrganisations(withRoles(pack.system, size.roles), size.organisations);
  return { ...pack, system: { ...system, horizonMonths: size.months } };
}

/** The roles of the hamlet in turn, each with the stock of the one it is a copy of. */
function withRoles(system: HealthSystem, count: number): HealthSystem {
  const copies = Array.from({ length: Math.max(0, count - system.roles.length) }, (_, index) => {
    const role = system.roles[index % system.roles.length];
    return role === undefined ? [] : [{ of: role.id, role: { ...role, id: `${role.id}-${index}` } }];
  }).flat();
  const stock = copies.flatMap(({ of, role }) =>
    system.stock.filter((row) => row.role === of).map((row) => ({ ...row, role: role.id })),
  );
  return {
    ...system,
    roles: [...system.roles, ...copies.map(({ role }) => role)],
    stock: [...system.stock, ...stock],
  };
}

/** Every organisation beyond the hamlet's two is a copy of the first. */
function withOrganisations(system: HealthSystem, count: number): HealthSystem {
  const original = system.places.find(({ tier }) => tier === 'organisation');
  const codes = Array.from({ length: Math.max(0, count - 2) }, (_, index) => `V${index}`);
  const copied = <T extends { readonly place: string }>(rows: readonly T[]): readonly T[] => {
    const own = rows.filter(({ place }) => place === original?.code);
    return [...rows, ...codes.flatMap((place) => own.map((row) => ({ ...row, place })))];
  };
  return {
    ...system,
    places: [...system.places, ...(original === undefined ? [] : codes.map((code) => ({ ...original, code })))],
    stock: copied(system.stock),
    driverValues: copied(system.driverValues),
  };
}
