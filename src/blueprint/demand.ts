// What the resolved blueprint asks for in people: one line for each post pattern, place and span of months.
import { assert } from '#kernel';
import type { Month } from '#kernel';
import type { ArchetypeMember } from './archetype.ts';
import type { Formula } from './formula/formula.ts';
import type { ResolvedBlueprint, ResolvedDeviation, ResolvedParameter, ResolvedRequirement } from './resolved.ts';

/** FTE of posts asked for by one requirement in one place for one role. The line counts in the months
 *  `since` ≤ month < `until`; in those it grows in a straight line from nothing at `from` to the whole formula at
 *  `matures` (the whole at once where the two are the same month). */
export type DemandLine = {
  readonly requirement: string;
  readonly place: string;
  /** Role id; `*` means every role in the place, in proportion to today's posts. */
  readonly role: string;
  /** Band id; null spreads over the role's bands as today's posts are spread. */
  readonly band: string | null;
  readonly formula: Formula;
  readonly parameters: readonly ResolvedParameter[];
  readonly from: Month;
  readonly matures: Month;
  /** Null where the line counts from the start. */
  readonly since: Month | null;
  /** Null where the line never ceases to count. */
  readonly until: Month | null;
};

/** Every line of the resolved blueprint, in its order. A departure in force makes two lines of one: what it asks until
 *  the departure lapses, and what the binding values ask from then on. */
export function demandLines(resolved: ResolvedBlueprint): readonly DemandLine[] {
  const membersOf = new Map(resolved.archetypes.map((each) => [each.id, each.members]));
  return resolved.requirements.flatMap((each) => {
    const patterns = [...each.requirement.demand, ...teamPatterns(each, membersOf)];
    return spansOf(each).flatMap((span) =>
      patterns.map((pattern) => ({
        requirement: each.requirement.id,
        place: each.place,
        role: pattern.role,
        band: pattern.band,
        formula: pattern.formula,
        ...span,
      })),
    );
  });
}

type Span = Pick<DemandLine, 'parameters' | 'from' | 'matures' | 'since' | 'until'>;

/** The spans of months between the lapses of departures, without those in which the whole requirement is departed from. */
function spansOf(each: ResolvedRequirement): readonly Span[] {
  const lapses = [...new Set(each.deviations.map((deviation) => deviation.reviewBy))].sort((a, b) => a - b);
  const starts = [null, ...lapses];
  return starts.flatMap((since, index) => {
    const inForce = each.deviations.filter((deviation) => since === null || deviation.reviewBy > since);
    if (inForce.some((deviation) => deviation.subject === '*')) return [];
    const until = lapses[index] ?? null;
    return [{ ...valuesUnder(each, inForce), from: each.from, since, until }];
  });
}

function valuesUnder(
  each: ResolvedRequirement,
  inForce: readonly ResolvedDeviation[],
): Pick<DemandLine, 'parameters' | 'matures'> {
  const departures = new Map(inForce.map((deviation) => [deviation.subject, deviation]));
  const parameters = each.parameters.map((parameter) => {
    const departure = departures.get(parameter.id);
    if (departure === undefined || departure.value === null) return parameter;
    return { ...parameter, value: departure.value, setBy: departure.profile };
  });
  const delay = departures.get('matures')?.value;
  const matures = delay?.kind === 'number' ? delay.value : each.matures;
  return { parameters, matures };
}

type Pattern = Pick<DemandLine, 'role' | 'band' | 'formula'>;

/** A team of n teams × the FTE of each of its members. */
function teamPatterns(
  each: ResolvedRequirement,
  membersOf: ReadonlyMap<string, readonly ArchetypeMember[]>,
): readonly Pattern[] {
  return each.requirement.teams.flatMap((team) => {
    const members = membersOf.get(team.archetype);
    assert(members !== undefined, `requirement '${each.requirement.id}' names a team that the catalogue has.`);
    return members.map((member) => ({
      role: member.role,
      band: member.band,
      formula: timesFte(team.count, member.fte),
    }));
  });
}

function timesFte(count: Formula, fte: number): Formula {
  const perTeam = { kind: 'number', value: fte, unit: 'FTE/team' } as const;
  return {
    text: `(${count.text}) * ${fte} [FTE/team]`,
    tree: { kind: 'binary', operator: '*', left: count.tree, right: perTeam },
  };
}
