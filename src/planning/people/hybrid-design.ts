// A hybrid role as a planner designs it: its parts, what it asks for, and how people are to come to it.
import { fail, ok, type Problem, type Result } from '#kernel';
import { hybridNeeds, type RoleLevel } from '#pathways';
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';
import type { Pack } from '../ports.ts';
import { postId, type RoleMap } from './role-map.ts';
import type { SkillNames } from './skill-names.ts';

const share = z.number().min(0).max(1);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);

/** What a design says; docs/model/pathways.md explains each field. */
export const hybridDesignSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  family: id,
  band: id,
  /** Profession that people leave, in part, for the role. */
  sourceProfession: id,
  parts: z
    .array(
      z.strictObject({ profession: id, shareOfFte: share.gt(0), like: z.string().max(250).nullable().default(null) }),
    )
    .min(1)
    .max(10),
  registrations: z.array(z.string().min(1).max(200)).max(20).default([]),
  skills: z
    .array(z.strictObject({ skill: z.string().min(1).max(200), level: z.enum(SKILL_LEVELS) }))
    .max(200)
    .default([]),
  startsPerYear: z.number().min(0).max(100_000),
  trainingMonths: z.number().int().min(0).max(120),
  completionShare: share,
  costGbpPerStart: z.number().min(0).max(10_000_000),
  /** Share of the starter's FTE that goes into study meanwhile. */
  protectedTimeShare: share,
  /** Share of that time that is filled by others, paid for. */
  backfillShare: share,
});

export type HybridDesign = z.infer<typeof hybridDesignSchema>;

/** @param input what a file holds @returns the design, or every field that is not of its form */
export function readDesign(input: unknown, path: string): Result<HybridDesign> {
  const parsed = hybridDesignSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail(
    ...parsed.error.issues.map((issue): Problem => ({
      code: 'schema',
      message: `${issue.path.join('.') || 'the design'}: ${issue.message}; a design has ${Object.keys(hybridDesignSchema.shape).join(', ')}`,
      path,
      hint: 'Correct the field; docs/model/pathways.md shows a whole design.',
    })),
  );
}

/** A design as a role level: what its parts and the design itself ask for, all references found.
 *  @returns what in the design names nothing in the pack, or does not add up */
export function levelOfDesign(
  design: HybridDesign,
  { pack, map, names }: { readonly pack: Pack; readonly map: RoleMap; readonly names: SkillNames },
): Result<RoleLevel> {
  const { system } = pack;
  const problems: Problem[] = [];
  const refuse = (field: string, value: string, rule: string): void => {
    problems.push({
      code: 'unknown-reference',
      message: `design '${design.id}': ${field} is '${value}', but ${rule}`,
      path: field,
      hint: 'Write an id that stands in roles.yaml.',
    });
  };
  if (!system.bands.some((band) => band.id === design.band)) refuse('band', design.band, 'no band has that id');
  if (!system.families.some((family) => family.id === design.family)) {
    refuse('family', design.family, 'no family has that id');
  }
  const sum = design.parts.reduce((total, { shareOfFte }) => total + shareOfFte, 0);
  if (Math.abs(sum - 1) > 1e-9) refuse('parts', String(sum), "the shares of a hybrid role's parts add up to 1");
  const professions = new Set(system.professions.map((profession) => profession.id));
  for (const each of [design.sourceProfession, ...design.parts.map(({ profession }) => profession)]) {
    if (!professions.has(each)) refuse('profession', each, 'no profession has that id');
  }
  const parts = design.parts.map(({ profession, shareOfFte, like }) => {
    const found = like === null ? null : (map.levels.find((level) => level.id === like) ?? null);
    if (like !== null && found === null) refuse('like', like, 'no post has that id; a post is written ROLE:BAND');
    return { profession, shareOfFte, like: found };
  });
  if (problems.length > 0) return fail(...problems);
  const own = {
    registrations: design.registrations,
    needs: design.skills.map(({ skill, level }) => ({ skill: names.keyOf(skill), level })),
  };
  const { composition, registrations, needs } = hybridNeeds(parts, own);
  return ok({
    id: postId(design.id, design.band),
    name: design.name,
    role: design.id,
    rank: 1,
    payStep: system.bands.findIndex((band) => band.id === design.band),
    payGbpPerYear: null,
    needs,
    professions: composition.map(({ profession }) => profession),
    registrations,
  });
}
