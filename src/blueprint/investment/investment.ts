// Holds the money against the blueprint: what serves no standard, what has no money, what is paid twice or to be retired.
import { assert, groupBy } from '#kernel';
import type { Place, Tier } from '#workforce';
import { TIERS } from '#workforce';
import type { Requirement } from '../catalogue.ts';
import type { BudgetLine } from '../records/budget-line.ts';
import type { ResolvedBlueprint } from '../resolved.ts';

/** Lines of money by id with what they come to in GBP over all their years. */
export type Listed = { readonly lines: readonly string[]; readonly totalGbp: number; readonly sentence: string };

export type AlignmentShare = {
  readonly tier: Tier;
  /** Financial year from April. */
  readonly year: number;
  readonly totalGbp: number;
  readonly alignedGbp: number;
  /** 0..1; 0 where there is no money. */
  readonly share: number;
};

export type InvestmentReading = {
  readonly totalGbp: number;
  readonly alignedGbp: number;
  /** Money that names no requirement that applies, or no standard of it. */
  readonly withoutStandard: readonly Listed[];
  /** Standards of requirements that apply and that no line pays for, with those requirements. */
  readonly standardsWithoutMoney: readonly { readonly standard: string; readonly requirements: readonly string[] }[];
  /** Lines that pay in the same year for the same requirement in the same place, from different holders or funds. */
  readonly fundedTwice: readonly Listed[];
  /** Money on what is to be retired. */
  readonly toBeRetired: readonly Listed[];
  readonly alignment: readonly AlignmentShare[];
};

export type InvestmentContext = {
  readonly resolved: ResolvedBlueprint;
  readonly places: readonly Place[];
  readonly lines: readonly BudgetLine[];
};

export function investmentReading({ resolved, places, lines }: InvestmentContext): InvestmentReading {
  const applying = new Map(resolved.requirements.map((each) => [each.requirement.id, each.requirement]));
  const tierOf = new Map(places.map((each) => [each.code, each.tier]));
  const flaws = lines.map((line) => ({ line, flaw: misalignment(line, applying) }));
  const aligned = flaws.filter((each) => each.flaw === null).map((each) => each.line);
  const paidFor = new Set(aligned.flatMap((line) => line.standards));
  return {
    totalGbp: totalGbp(lines),
    alignedGbp: totalGbp(aligned),
    withoutStandard: flaws.flatMap(({ line, flaw }) => (flaw === null ? [] : [listed([line], flaw)])),
    standardsWithoutMoney: standardsOf([...applying.values()]).filter((each) => !paidFor.has(each.standard)),
    fundedTwice: fundedTwice(lines),
    toBeRetired: lines
      .filter((line) => line.retires !== null)
      .map((line) => listed([line], `'${line.title}' pays for what is to be retired`)),
    alignment: alignmentShares(lines, new Set(aligned), tierOf),
  };
}

/** Why a line serves no standard, in words; null where it does. */
function misalignment(line: BudgetLine, applying: ReadonlyMap<string, Requirement>): string | null {
  const named = `'${line.title}' of '${line.holder}'`;
  if (line.requirement === null) return `${named} names no requirement`;
  const requirement = applying.get(line.requirement);
  if (requirement === undefined) return `${named} names requirement '${line.requirement}', which applies nowhere`;
  if (line.standards.length === 0) return `${named} names no standard`;
  if (line.standards.some((each) => requirement.standards.includes(each))) return null;
  return `${named} names ${line.standards.join(', ')}; requirement '${line.requirement}' is to meet ${requirement.standards.join(', ') || 'no standard'}`;
}

function standardsOf(requirements: readonly Requirement[]) {
  const pairs = requirements.flatMap(({ id, standards }) => standards.map((standard) => ({ standard, id })));
  return [...groupBy(pairs, (each) => each.standard)]
    .map(([standard, each]) => ({ standard, requirements: each.map((one) => one.id).sort() }))
    .sort((a, b) => (a.standard < b.standard ? -1 : 1));
}

/** Only the years that lines share are paid twice, and what is paid twice is all but the largest of them. */
function fundedTwice(lines: readonly BudgetLine[]): readonly Listed[] {
  const serving = lines.filter((line) => line.requirement !== null);
  const groups = groupBy(serving, (line) => JSON.stringify([line.requirement, line.beneficiary]));
  return [...groups.values()].flatMap((group): readonly Listed[] => {
    const payments = group.flatMap((line) =>
      line.amounts.filter((each) => each.amountGbp > 0).map((each) => ({ line, ...each })),
    );
    const doubled = [...groupBy(payments, (each) => each.year).values()].filter(
      (each) => new Set(each.map(({ line }) => JSON.stringify([line.holder, line.fund]))).size > 1,
    );
    const [first] = group;
    if (doubled.length === 0 || first === undefined) return [];
    const ids = [...new Set(doubled.flatMap((each) => each.map(({ line }) => line.id)))].sort();
    const spare = doubled.reduce((sum, each) => sum + spareGbp(each.map(({ amountGbp }) => amountGbp)), 0);
    const years = doubled.map((each) => each[0]?.year).join(', ');
    const sentence = `requirement '${first.requirement}' for '${first.beneficiary}' is paid for by ${ids.length} lines in ${years}`;
    return [{ lines: ids, totalGbp: spare, sentence }];
  });
}

function spareGbp(amountsGbp: readonly number[]): number {
  return amountsGbp.reduce((sum, each) => sum + each, 0) - Math.max(...amountsGbp);
}

function alignmentShares(
  lines: readonly BudgetLine[],
  aligned: ReadonlySet<BudgetLine>,
  tierOf: ReadonlyMap<string, Tier>,
): readonly AlignmentShare[] {
  const payments = lines.flatMap((line) => {
    const tier = tierOf.get(line.holder);
    assert(tier !== undefined, `budget line '${line.id}' has a holder among the places.`);
    return line.amounts.map(({ year, amountGbp }) => ({ tier, year, amountGbp, isAligned: aligned.has(line) }));
  });
  return [...groupBy(payments, (each) => JSON.stringify([each.tier, each.year])).values()]
    .flatMap((group): readonly AlignmentShare[] => {
      const [first] = group;
      if (first === undefined) return [];
      const sum = (of: typeof group): number => of.reduce((total, each) => total + each.amountGbp, 0);
      const [total, alignedGbp] = [sum(group), sum(group.filter((each) => each.isAligned))];
      return [
        {
          tier: first.tier,
          year: first.year,
          totalGbp: total,
          alignedGbp,
          share: total === 0 ? 0 : alignedGbp / total,
        },
      ];
    })
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.year - b.year);
}

function listed(lines: readonly BudgetLine[], sentence: string): Listed {
  return { lines: lines.map((line) => line.id), totalGbp: totalGbp(lines), sentence };
}

function totalGbp(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, line) => sum + line.amounts.reduce((part, each) => part + each.amountGbp, 0), 0);
}
