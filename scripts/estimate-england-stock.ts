// Writes packs/england/stock.csv: the digital workforce of England in whole people by system, role, band and age group.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { roundToMargins, roundToTotal } from './controlled-rounding.ts';

const pack = join(dirname(dirname(fileURLToPath(import.meta.url))), 'packs', 'england');
const source = 'stock-estimate-2025-10';

const weights = z.record(z.string(), z.number().positive());
const estimateSchema = z.object({
  nation: z.object({ publishedFte: z.number(), growthFromHeadcount: z.number(), growthToHeadcount: z.number() }),
  roles: z.array(z.object({ role: z.string(), weight: z.number().positive(), bands: weights })),
  hybrids: z.object({
    informaticsFtePerTrust: z.number(),
    posts: z.array(
      z.object({ role: z.string(), driver: z.string(), fteEach: z.number(), isClinical: z.boolean(), bands: weights }),
    ),
    shares: z.array(z.object({ role: z.string(), driver: z.string(), weight: z.number(), bands: weights })),
  }),
  seniorBandsFollow: z.string(),
});
const rolesSchema = z.object({
  bands: z.array(z.object({ id: z.string() })),
  roles: z.array(
    z.object({ id: z.string(), composition: z.array(z.object({ profession: z.string(), shareOfFte: z.number() })) }),
  ),
});
const driverSchema = z.array(z.object({ place: z.string(), driver: z.string(), value: z.coerce.number() }));
const cellSchema = z.array(
  z.object({
    band: z.string(),
    ageGroup: z.string(),
    headcount: z.coerce.number(),
    fte: z.coerce.number(),
  }),
);

/** What the estimate reads: nothing but the pack's own files. */
export type Inputs = ReturnType<typeof readInputs>;

export function readInputs() {
  const text = (name: string): string => readFileSync(join(pack, name), 'utf8');
  const table = (name: string): unknown => parseCsv(text(name), { columns: true });
  return {
    estimate: estimateSchema.parse(parseYaml(text('estimate/digital-stock.yaml'))),
    system: rolesSchema.parse(parseYaml(text('roles.yaml'))),
    drivers: driverSchema.parse(table('drivers.csv')),
    proxy: cellSchema.parse(table('estimate/central-functions.csv')),
  };
}

/** One role before rounding: FTE of whole posts, what shares them over places, and people by band. */
type RoleEstimate = {
  readonly role: string;
  readonly postFte: number;
  readonly driver: string;
  readonly bands: Readonly<Record<string, number>>;
};

/** Splits the national digital FTE over roles: hybrid posts first, the purely digital ones share what is left.
 *  A hybrid post counts its digital share only. */
export function estimateRoles({ estimate, system, drivers }: Inputs): readonly RoleEstimate[] {
  const nationalOf = (driver: string): number => sum(drivers.filter((d) => d.driver === driver).map((d) => d.value));
  const digitalShare = new Map(
    system.roles.map((role) => [role.id, role.composition.find((c) => c.profession === 'digital')?.shareOfFte ?? 0]),
  );
  const digital = (role: RoleEstimate): number => role.postFte * (digitalShare.get(role.role) ?? 0);
  const { nation, hybrids } = estimate;
  const posts = hybrids.posts.map((p) => ({ ...p, postFte: p.fteEach * nationalOf(p.driver) }));
  const informatics = hybrids.informaticsFtePerTrust * nationalOf('trusts');
  const informaticsLeft = informatics - sum(posts.filter((p) => p.isClinical).map(digital));
  const shareWeight = sum(hybrids.shares.map((s) => s.weight));
  const shares = hybrids.shares.map((s) => ({
    ...s,
    postFte: (informaticsLeft * s.weight) / shareWeight / (digitalShare.get(s.role) ?? 0),
  }));
  const nationalFte = (nation.publishedFte * nation.growthToHeadcount) / nation.growthFromHeadcount;
  const digitalLeft = nationalFte - sum([...posts, ...shares].map(digital));
  const roleWeight = sum(estimate.roles.map((r) => r.weight));
  const pure = estimate.roles.map((r) => ({
    ...r,
    driver: 'centralFunctionsFte',
    postFte: (digitalLeft * r.weight) / roleWeight,
  }));
  return [...pure, ...shares, ...posts];
}

export type StockCell = {
  readonly place: string;
  readonly role: string;
  readonly band: string;
  readonly ageGroup: string;
  readonly headcount: number;
  readonly fte: number;
};

/** Whole people by system, role, band and age group. Totals are kept on the way down: the nation, then systems and
 *  roles, then band and age of each role, then all of them together. */
export function estimateStock(inputs: Inputs): readonly StockCell[] {
  const ages = agesOfBands(inputs);
  const roles = inOrderOf(inputs, estimateRoles(inputs)).map((role) => ({ ...role, groups: groupsOf(role, ages) }));
  const places = [...new Set(inputs.drivers.map((d) => d.place))];
  const people = roles.map((role) => spreadOverPlaces(role, places, inputs));
  const nation = Math.round(sum(people.map(sum)));
  const roleTotals = roundToTotal(people.map(sum), nation);
  const placeTotals = roundToTotal(
    places.map((_, p) => sum(people.map((row) => row[p] ?? 0))),
    nation,
  );
  const byRoleAndPlace = roundToMargins(people, { rows: roleTotals, columns: placeTotals });

  const groups = [...ages.values()].flat();
  const wanted = roles.map((role, r) => groups.map((g) => (role.groups.get(g.key) ?? 0) * (roleTotals[r] ?? 0)));
  const groupTotals = roundToTotal(
    groups.map((_, g) => sum(wanted.map((row) => row[g] ?? 0))),
    nation,
  );
  const byRoleAndGroup = roundToMargins(wanted, { rows: roleTotals, columns: groupTotals });

  return roles.flatMap((role, r) => {
    const rows = byRoleAndPlace[r] ?? [];
    const columns = byRoleAndGroup[r] ?? [];
    const cells = roundToMargins(
      rows.map((n) => columns.map((m) => n * m)),
      { rows, columns },
    );
    return cells.flatMap((row, p) =>
      groups.flatMap((group, g) => {
        const headcount = row[g] ?? 0;
        if (headcount === 0) return [];
        const fte = Math.round(headcount * group.ftePerHead * 100) / 100;
        return [
          { place: places[p] ?? '', role: role.role, band: group.band, ageGroup: group.ageGroup, headcount, fte },
        ];
      }),
    );
  });
}

type AgeCell = {
  readonly key: string;
  readonly band: string;
  readonly ageGroup: string;
  readonly shareOfBand: number;
  readonly ftePerHead: number;
};

/** Ages and FTE per head of each band, from the proxy; bands published without ages take those of another. */
function agesOfBands({ estimate, system, proxy }: Inputs): ReadonlyMap<string, readonly AgeCell[]> {
  return new Map(
    system.bands.map(({ id: band }) => {
      const own = proxy.filter((cell) => cell.band === band && cell.ageGroup !== 'all');
      const cells =
        own.length > 0 ? own : proxy.filter((c) => c.band === estimate.seniorBandsFollow && c.ageGroup !== 'all');
      const all = sum(cells.map((cell) => cell.headcount));
      return [
        band,
        cells.map((cell) => ({
          key: `${band}/${cell.ageGroup}`,
          band,
          ageGroup: cell.ageGroup,
          shareOfBand: cell.headcount / all,
          ftePerHead: cell.fte / cell.headcount,
        })),
      ];
    }),
  );
}

/** Share of a role's people in each band and age group, keyed `band/ageGroup`; the shares add up to 1. */
function groupsOf(role: RoleEstimate, ages: ReadonlyMap<string, readonly AgeCell[]>): ReadonlyMap<string, number> {
  const all = sum(Object.values(role.bands));
  return new Map(
    Object.entries(role.bands).flatMap(([band, share]) =>
      (ages.get(band) ?? []).map((cell) => [cell.key, (share / all) * cell.shareOfBand] as const),
    ),
  );
}

type GroupedRole = RoleEstimate & { readonly groups: ReadonlyMap<string, number> };

/** People of a role by place, in real numbers. */
function spreadOverPlaces(role: GroupedRole, places: readonly string[], inputs: Inputs): readonly number[] {
  const ftePerHead = sum(
    [...agesOfBands(inputs).values()].flat().map((cell) => (role.groups.get(cell.key) ?? 0) * cell.ftePerHead),
  );
  const values = places.map(
    (place) => inputs.drivers.find((d) => d.place === place && d.driver === role.driver)?.value ?? 0,
  );
  return values.map((value) => ((role.postFte / ftePerHead) * value) / sum(values));
}

function inOrderOf({ system }: Inputs, roles: readonly RoleEstimate[]): readonly RoleEstimate[] {
  return system.roles.flatMap(({ id }) => {
    const found = roles.find((role) => role.role === id);
    if (found === undefined) throw new Error(`estimate/digital-stock.yaml has no line for role '${id}'; add one.`);
    return [found];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

export function stockText(cells: readonly StockCell[]): string {
  const byPlace = cells.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  const lines = byPlace.map((c) => [c.place, c.role, c.band, c.ageGroup, c.headcount, c.fte, source].join(','));
  return ['place,role,band,ageGroup,headcount,fte,source', ...lines, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cells = estimateStock(readInputs());
  writeFileSync(join(pack, 'stock.csv'), stockText(cells));
  const [people, fte] = [sum(cells.map((c) => c.headcount)), sum(cells.map((c) => c.fte))];
  process.stdout.write(
    `packs/england/stock.csv: ${cells.length} rows, ${people} people, ${fte.toFixed(1)} FTE of posts\n`,
  );
}
