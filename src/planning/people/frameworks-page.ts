// The frameworks of a pack, and what a version of one changes for whom.
import { fail, ok, type Month, type Problem, type Result } from '#kernel';
import {
  currentFrameworks,
  diffFrameworks,
  type Framework,
  type FrameworkChange,
  levelsOf,
  touchedLevels,
  type Protect,
  versionsOf,
} from '#pathways';
import type { Pack } from '../ports.ts';
import {
  type BlueprintAnswer,
  counted,
  number,
  type PageSection,
  plainRows,
  text,
} from '../blueprint/blueprint-page.ts';
import { peoplePage } from './people-page.ts';
import { postId } from './role-map.ts';

/** Every framework in every version, with what a reader must know of it. */
export function frameworksAnswer(pack: Pack, asOf: Month): BlueprintAnswer<readonly Framework[]> {
  const { frameworks } = pack.skills;
  const inForce = currentFrameworks(frameworks);
  return {
    data: frameworks,
    page: peoplePage(
      { pack, asOf },
      {
        id: 'frameworks',
        title: 'Skills frameworks',
        summary: [
          `${counted(inForce.length, 'framework is', 'frameworks are')} in force, in ${counted(frameworks.length, 'version', 'versions')} in all.`,
          `${counted(pack.skills.posts.length, 'post stands', 'posts stand')} for a role level of a framework.`,
        ],
        sections: [
          {
            id: 'versions',
            heading: 'Frameworks',
            introduction: 'The version published last is in force.',
            columns: [
              text('Framework'),
              text('Version'),
              text('Standing'),
              number('Skills'),
              number('Roles'),
              number('Role levels'),
              text('To know'),
            ],
            groups: plainRows(
              frameworks.map((each) => [
                `${each.title} (${each.id})`,
                each.version,
                inForce.includes(each) ? 'in force' : 'earlier',
                String(each.skills.length),
                String(each.roles.length),
                String(levelsOf(each).length),
                each.notes.join(' '),
              ]),
            ),
            whenEmpty: 'The pack has no frameworks.',
          },
          ...inForce.map(skillsSection),
        ],
      },
    ),
  };
}

function skillsSection(framework: Framework): PageSection {
  return {
    id: `skills-${framework.id}`,
    heading: `Skills of ${framework.title}`,
    introduction: 'Each with the number of role levels that ask for it.',
    columns: [text('Skill'), text('Id'), text('Competency'), number('Role levels')],
    groups: plainRows(
      framework.skills.map(({ id, name, group }) => [
        name,
        `${framework.id}/${id}`,
        group ?? '–',
        String(levelsOf(framework).filter(({ level }) => level.needs.some(({ skill }) => skill === id)).length),
      ]),
    ),
    whenEmpty: 'No skills.',
  };
}

export type FrameworkEffect = {
  readonly framework: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly FrameworkChange[];
  readonly levels: readonly TouchedPosts[];
};

/** A role level that a version touches, the posts that stand for it, and how many people hold them. */
export type TouchedPosts = {
  readonly level: string;
  readonly says: readonly string[];
  readonly posts: readonly string[];
  readonly people: string;
};

/** What differs between two versions of a framework in the pack, and who is to be told.
 *  @param protect hides small numbers from the reader */
export function frameworkDiffAnswer(
  pack: Pack,
  request: { readonly framework: string; readonly before: string | null; readonly asOf: Month },
  protect: Protect,
): Result<BlueprintAnswer<FrameworkEffect>> {
  const versions = versionsOf(pack.skills.frameworks, request.framework);
  const after = versions.at(-1);
  const before = request.before === null ? versions.at(-2) : versions.find(({ version }) => version === request.before);
  if (after === undefined || before === undefined) return fail(noVersion(request, versions));
  const changes = diffFrameworks(before, after);
  const headcountOf = headcounts(pack);
  const levels = touchedLevels({ before, after }, changes).map(({ level, changes: own }): TouchedPosts => {
    const posts = pack.skills.posts
      .filter((post) => post.framework === after.id && post.level === level)
      .map(({ role, band }) => postId(role, band));
    const people = posts.reduce((sum, post) => sum + (headcountOf.get(post) ?? 0), 0);
    return { level, says: own.map((change) => changeInWords(change, after)), posts, people: protect(people).says };
  });
  const held = levels.filter(({ posts }) => posts.length > 0);
  return ok({
    data: { framework: after.id, before: before.version, after: after.version, changes, levels },
    page: peoplePage(
      { pack, asOf: request.asOf },
      {
        id: 'framework-diff',
        title: `What version ${after.version} of ${after.title} changes`,
        summary: [
          `Since version ${before.version}, ${counted(changes.length, 'thing differs', 'things differ')}; ${counted(levels.length, 'role level is', 'role levels are')} touched.`,
          `${counted(held.length, 'of them has', 'of them have')} posts in this pack.`,
        ],
        sections: [
          {
            id: 'levels',
            heading: 'Who is to be told',
            introduction: 'Role levels that ask for something else, with the posts that stand for them.',
            columns: [text('Role level'), text('What changes'), text('Posts'), number('People')],
            groups: plainRows(
              levels.map(({ level, says, posts, people }) => [level, says.join('; '), posts.join(', ') || '–', people]),
            ),
            whenEmpty: 'Nobody: the versions ask for the same.',
          },
        ],
      },
    ),
  });
}

function headcounts({ system }: Pack): ReadonlyMap<string, number> {
  const headcountOf = new Map<string, number>();
  for (const { role, band, headcount } of system.stock) {
    const id = postId(role, band);
    headcountOf.set(id, (headcountOf.get(id) ?? 0) + headcount);
  }
  return headcountOf;
}

function changeInWords(change: FrameworkChange, { skills }: Framework): string {
  const skillName = (id: string) => skills.find((skill) => skill.id === id)?.name ?? id;
  switch (change.kind) {
    case 'skill':
      return `skill ${change.id} ${eventOf(change)}`;
    case 'role':
      return `role ${change.id} ${eventOf(change)}`;
    case 'level':
      return change.before !== null && change.after !== null && change.before.rank !== change.after.rank
        ? `rank ${change.before.rank} becomes ${change.after.rank}`
        : `role level ${eventOf(change)}`;
    case 'need':
      return `${skillName(change.skill)}: ${change.before ?? 'not asked'} becomes ${change.after ?? 'not asked'}`;
  }
}

function eventOf({ before, after }: FrameworkChange): string {
  if (before === null) return 'is new';
  return after === null ? 'is gone' : 'is told otherwise';
}

function noVersion(
  { framework, before }: { readonly framework: string; readonly before: string | null },
  versions: readonly Framework[],
): Problem {
  const known = versions.map(({ version }) => version).join(', ');
  const message =
    versions.length < 2
      ? `framework '${framework}' has ${counted(versions.length, 'version', 'versions')} in the pack; a comparison takes two`
      : `framework '${framework}' has the versions ${known}, and '${before}' is none of them`;
  return {
    code: 'not-found',
    message,
    path: 'framework',
    hint: 'Import the other version into the pack, or name one that is there with --against.',
  };
}
