// A pack's posts, or a framework's role levels, as the stops that routes pass through, with all that leads to them.
import { formatMonth, type Month } from '#kernel';
import {
  currentFrameworks,
  type Framework,
  type KnownMove,
  levelsOf,
  type LevelNeed,
  type Programme,
  type RoleLevel,
  skillKey,
} from '#pathways';
import type { Channel, Role } from '#workforce';
import type { Pack } from '../ports.ts';
import { skillNames } from './skill-names.ts';
import { statedValues } from './stated-values.ts';

export type RoleMap = {
  readonly levels: readonly RoleLevel[];
  /** Professions from which programmes lead on; nobody is led to them. */
  readonly professions: readonly RoleLevel[];
  readonly programmes: readonly Programme[];
  readonly moves: readonly KnownMove[];
  /** People in each level at the base month; none where nobody is counted. */
  readonly headcountOf: ReadonlyMap<string, number>;
};

/** Every post of the pack: each role in each of its bands.
 *  @param asOf month in which programmes are open */
export function rolesOfPack(pack: Pack, asOf: Month): RoleMap {
  const { system } = pack;
  const names = skillNames(pack);
  const stated = statedValues(system);
  const needs = postNeeds(pack);
  const levels = system.roles.flatMap((role) =>
    role.bands.map((band, rank): RoleLevel => {
      const bandName = system.bands.find(({ id }) => id === band)?.name ?? band;
      return {
        id: postId(role.id, band),
        name: `${role.name}, ${bandName}`,
        role: role.id,
        rank: rank + 1,
        payStep: system.bands.findIndex(({ id }) => id === band),
        payGbpPerYear: stated('pay.salary', system.baseMonth, band),
        needs: needs(role, band, names.keyOf),
        professions: role.composition.map(({ profession }) => profession),
        registrations: role.registrations,
      };
    }),
  );
  const headcountOf = new Map<string, number>();
  for (const { role, band, headcount } of system.stock) {
    const id = postId(role, band);
    headcountOf.set(id, (headcountOf.get(id) ?? 0) + headcount);
  }
  return {
    levels,
    professions: system.professions
      .filter(({ isDigital }) => !isDigital)
      .map(({ id, name }) => professionStart({ id, name, brings: broughtBy(pack, id, names.keyOf) })),
    programmes: system.channels
      .filter((channel) => isOpen(channel, asOf))
      .map((channel) => programmeOf(channel, { stated, asOf })),
    moves: system.moves.map(({ from, to }) => ({ from: postId(from.role, from.band), to: postId(to.role, to.band) })),
    headcountOf,
  };
}

/** The role levels of a framework, without pay or programmes. */
export function rolesOfFramework(framework: Framework): RoleMap {
  const levels = levelsOf(framework).map(({ role, level }): RoleLevel => ({
    id: level.id,
    name: level.name,
    role: role.id,
    rank: level.rank,
    payStep: null,
    payGbpPerYear: null,
    needs: level.needs.map(({ skill, level: height }) => ({ skill: skillKey(framework.id, skill), level: height })),
    professions: [],
    registrations: [],
  }));
  return { levels, professions: [], programmes: [], moves: [], headcountOf: new Map() };
}

export function postId(role: string, band: string): string {
  return `${role}:${band}`;
}

/** What a post asks for: the role level that it stands for, and the role's own skills that its framework does not list;
 *  a post that stands for none asks for the role's own skills alone. */
function postNeeds({ skills }: Pack) {
  const frameworks = currentFrameworks(skills.frameworks);
  return ({ id, skills: own }: Role, band: string, keyOf: (name: string) => string): readonly LevelNeed[] => {
    const post = skills.posts.find((each) => each.role === id && each.band === band);
    const framework = frameworks.find((each) => each.id === post?.framework);
    const found =
      framework === undefined ? undefined : levelsOf(framework).find(({ level }) => level.id === post?.level);
    const stated = own.map(({ skill, level }) => ({ skill: keyOf(skill), level }));
    if (framework === undefined || found === undefined) return stated;
    const listed = found.level.needs.map(({ skill, level }) => ({ skill: skillKey(framework.id, skill), level }));
    return [...listed, ...stated.filter(({ skill }) => !skill.startsWith(`${framework.id}/`))];
  };
}

function broughtBy({ skills }: Pack, profession: string, keyOf: (name: string) => string): readonly LevelNeed[] {
  return skills.professions
    .filter((each) => each.profession === profession)
    .map(({ skill, level }) => ({ skill: keyOf(skill), level }));
}

type ProfessionHead = { readonly id: string; readonly name: string; readonly brings: readonly LevelNeed[] };

function professionStart({ id, name, brings }: ProfessionHead): RoleLevel {
  return {
    id,
    name: `${name}, any post`,
    role: id,
    rank: 1,
    payStep: null,
    payGbpPerYear: null,
    needs: brings,
    professions: [id],
    registrations: [],
  };
}

/** Market recruitment and conversion bring people who have the skills already: nobody learns there. */
function isOpen({ kind, opens, closes }: Channel, asOf: Month): boolean {
  const teaches = kind === 'training' || kind === 'reskilling' || kind === 'knowledge-transfer';
  return teaches && (opens === null || opens <= asOf) && (closes === null || asOf < closes);
}

type Reading = { readonly stated: ReturnType<typeof statedValues>; readonly asOf: Month };

function programmeOf(channel: Channel, { stated, asOf }: Reading): Programme {
  const { id, name, sourceProfession, yields, months, opens, closes, fund, accountableTier } = channel;
  const until = closes === null ? '' : `, closes ${formatMonth(closes)}`;
  return {
    id,
    name,
    profession: sourceProfession,
    yields: yields.map(({ role, band }) => postId(role, band)),
    months,
    costGbp: stated(channel.costPerStart, asOf, null),
    completionShare: stated(channel.completion, asOf, null),
    opens,
    closes,
    offeredBy: `${fund} (${accountableTier}${until})`,
  };
}
