// One role level: the skills that it asks for at which height, the posts that stand for it, and the way there.
import { Tag } from 'nhsuk-react-components';
import { heightOf, type Framework, type FrameworkLevel, type FrameworkRole } from '#pathways';
import type { Pack } from '#planning';
import { DataTable, singleGroup } from '#report';
import { skillHref } from './framework-links.ts';

export type LevelDetailProps = {
  readonly framework: Framework;
  readonly role: FrameworkRole;
  readonly level: FrameworkLevel;
  readonly pack: Pack;
};

export function LevelDetail({ framework, role, level, pack }: LevelDetailProps) {
  const posts = pack.skills.posts.filter((post) => post.framework === framework.id && post.level === level.id);
  const roleName = (id: string) => pack.system.roles.find((each) => each.id === id)?.name ?? id;
  const nameOf = (id: string) => framework.skills.find((skill) => skill.id === id)?.name ?? id;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Level {level.rank} of {role.levels.length} of {role.name}, in the family {role.family}. The order of levels is{' '}
        {role.seniority === 'stated' ? 'stated by the framework' : 'derived from what the levels ask for'}.
      </p>
      <div className="figures">
        <DataTable
          id="needs"
          caption="Skills it asks for"
          columns={[
            { key: 'skill', label: 'Skill', kind: 'text' },
            { key: 'level', label: 'Level', kind: 'text' },
          ]}
          groups={singleGroup(
            level.needs
              .toSorted((one, other) => heightOf(other.level) - heightOf(one.level))
              .map(({ skill, level: height }) => ({
                key: skill,
                header: <a href={skillHref(framework.id, skill)}>{nameOf(skill)}</a>,
                cells: [<Tag key="level">{height}</Tag>],
              })),
          )}
          total={null}
        />
      </div>
      <h2>Posts of ours that stand for it</h2>
      {posts.length === 0 ? <p>No post of this pack stands for it.</p> : null}
      <ul>
        {posts.map((post) => (
          <li key={`${post.role} ${post.band}`}>
            {roleName(post.role)}, band {post.band}:{' '}
            <a href={`/people/routes?from=${encodeURIComponent(`${post.role}:${post.band}`)}`}>routes from here</a>
          </li>
        ))}
      </ul>
    </>
  );
}
