// How deep a place's skills go: what its posts need, how many show it, and where all hangs on one person.
import { publishCount, type DisclosureRule } from '#disclosure';
import { groupBy, ok, type Month, type Result } from '#kernel';
import {
  evidenceOfRecord,
  heightOf,
  readTerms,
  showAll,
  skillEvidenceRecordSchema,
  teamSkills,
  type LevelNeed,
  type Protect,
  type TeamSkill,
} from '#pathways';
import type { PreparedRoutes } from '#planning';
import { isPermitted } from '../access/permit.ts';
import { allRecords } from '../records/all-records.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

export type SkillDepth = {
  readonly place: string;
  /** People there who keep evidence of any skill, as the reader may be told. */
  readonly people: string;
  /** Whether counts are shown as they are: to the nearest lead alone. */
  readonly isWhole: boolean;
  /** In the order of the skills' names. */
  readonly skills: readonly TeamSkill[];
};

export type DepthQuestion = {
  readonly place: string;
  readonly at: Month;
  readonly prepared: Pick<PreparedRoutes, 'map' | 'names'>;
};

/** For a place and all below it. Whoever may read the evidence itself sees every count; others see no small one.
 *  @returns `not-found` where the place's workforce is not the member's business */
export function skillDepth(
  { world, actor }: Desk,
  { place, at, prepared }: DepthQuestion,
): Promise<Result<SkillDepth>> {
  return world.store.inTenant<SkillDepth>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { isBelow, pack } = workspace.value;
    const may = (resource: 'workforce' | 'skill-evidence') =>
      isPermitted(actor, 'read', { target: { resource, place, owner: null, party: null }, isBelow });
    if (!workspace.value.tree.byCode.has(place) || !may('workforce')) return notThere(place);
    const terms = readTerms(pack.skills.terms);
    if (!terms.ok) return terms;
    const places = workspace.value.tree.places.map(({ code }) => code).filter((code) => isBelow(code, place));
    const records = await allRecords(session.records, { kind: 'skill-evidence', places, state: null });
    const bodies = records.map(({ body }) => skillEvidenceRecordSchema.parse(body));
    const members = [...new Set(bodies.map(({ person }) => person))];
    const isWhole = may('skill-evidence');
    const protect = isWhole ? showAll : protectByRule(pack.disclosure);
    const needs = needsOf(workspace.value, places, prepared);
    const evidence = bodies.flatMap(evidenceOfRecord);
    const skills = teamSkills({ members, evidence, needs, at }, terms.value.evidence, protect);
    return ok({ place, people: protect(members.length).says, isWhole, skills });
  });
}

/** Shows counts of people as the rule lets them be shown. */
export function protectByRule(rule: DisclosureRule): Protect {
  return (count) => {
    const { kind, people } = publishCount(rule, count);
    return kind === 'hidden'
      ? { shown: null, says: `${rule.hideFrom} to ${rule.hideTo}` }
      : { shown: people, says: people === 0 ? '0' : `about ${people}` };
  };
}

/** What the posts there ask for: of each skill the highest level that one of them needs. */
function needsOf(
  { pack }: Workspace,
  places: readonly string[],
  { map, names }: DepthQuestion['prepared'],
): readonly LevelNeed[] {
  const there = new Set(places);
  const posts = new Set(
    pack.system.stock.filter(({ place }) => there.has(place)).map(({ role, band }) => `${role}:${band}`),
  );
  const needs = map.levels.filter(({ id }) => posts.has(id)).flatMap((level) => level.needs);
  return [...groupBy(needs, ({ skill }) => skill)]
    .map(([skill, each]) => ({
      skill,
      level: each.map(({ level }) => level).toSorted((one, other) => heightOf(other) - heightOf(one))[0] ?? 'awareness',
    }))
    .toSorted((one, other) => (names.nameOf(one.skill) < names.nameOf(other.skill) ? -1 : 1));
}
