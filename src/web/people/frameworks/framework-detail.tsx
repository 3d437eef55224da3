// One framework: what to know of it, its role levels family by family, and its skills.
import { Details, InsetText } from 'nhsuk-react-components';
import { groupBy } from '#kernel';
import { levelsOf, type Framework, type SkillBook } from '#pathways';
import { counted, DataTable, singleGroup } from '#report';
import { levelHref, skillHref } from './framework-links.ts';

export type FrameworkDetailProps = {
  readonly framework: Framework;
  /** Every version of it, the earliest first. */
  readonly versions: readonly Framework[];
  readonly posts: SkillBook['posts'];
};

export function FrameworkDetail({ framework, versions, posts }: FrameworkDetailProps) {
  const families = [...groupBy(levelsOf(framework), ({ role }) => role.family)];
  return (
    <>
      <p>
        Version {framework.version}, published {framework.published}.
      </p>
      {framework.notes.length === 0 ? null : (
        <InsetText>
          {framework.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </InsetText>
      )}
      <Versions framework={framework} versions={versions} />
      <h2>Role levels</h2>
      <p>
        Within a role the least senior level stands first; where the framework does not say so, its order is derived.
      </p>
      {families.map(([family, levels]) => (
        <Details key={family} open={families.length < 4}>
          <Details.Summary>
            {family} ({counted(levels.length, 'level', 'levels')})
          </Details.Summary>
          <Details.Text>
            <Levels framework={framework} family={family} levels={levels} posts={posts} />
          </Details.Text>
        </Details>
      ))}
      <h2>Skills</h2>
      <Skills framework={framework} />
    </>
  );
}

function Versions({ framework, versions }: Pick<FrameworkDetailProps, 'framework' | 'versions'>) {
  const earlier = versions.filter(({ version }) => version !== framework.version);
  if (earlier.length === 0) return null;
  return (
    <ul>
      {earlier.map(({ version }) => (
        <li key={version}>
          <a href={`/people/frameworks/${framework.id}/changes?since=${encodeURIComponent(version)}`}>
            What has changed since version {version}, for whom
          </a>
        </li>
      ))}
    </ul>
  );
}

type LevelsProps = {
  readonly framework: Framework;
  readonly family: string;
  readonly levels: ReturnType<typeof levelsOf>;
  readonly posts: SkillBook['posts'];
};

function Levels({ framework, family, levels, posts }: LevelsProps) {
  return (
    <div className="figures">
      <DataTable
        id={`levels-${family.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`}
        caption={`Role levels of ${family}`}
        columns={[
          { key: 'level', label: 'Role level', kind: 'text' },
          { key: 'role', label: 'Role', kind: 'text' },
          { key: 'rank', label: 'Order', kind: 'text' },
          { key: 'skills', label: 'Skills asked', kind: 'number' },
          { key: 'posts', label: 'Our posts', kind: 'text' },
        ]}
        groups={singleGroup(
          levels.map(({ role, level }) => ({
            key: level.id,
            header: <a href={levelHref(framework.id, level.id)}>{level.name}</a>,
            cells: [
              role.name,
              `${level.rank}, ${role.seniority}`,
              String(level.needs.length),
              posts
                .filter((post) => post.framework === framework.id && post.level === level.id)
                .map((post) => `${post.role}, band ${post.band}`)
                .join('; ') || 'none',
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function Skills({ framework }: { readonly framework: Framework }) {
  const groups = [...groupBy(framework.skills, ({ group }) => group ?? 'In no group')];
  const levels = levelsOf(framework);
  return (
    <div className="figures">
      <DataTable
        id="skills"
        caption={`${counted(framework.skills.length, 'skill', 'skills')}, with the number of role levels that ask for each`}
        columns={[
          { key: 'skill', label: 'Skill', kind: 'text' },
          { key: 'levels', label: 'Role levels', kind: 'number' },
        ]}
        groups={groups.map(([heading, skills]) => ({
          key: heading,
          heading: groups.length === 1 ? null : heading,
          rows: skills.map(({ id, name }) => ({
            key: id,
            header: <a href={skillHref(framework.id, id)}>{name}</a>,
            cells: [String(levels.filter(({ level }) => level.needs.some(({ skill }) => skill === id)).length)],
          })),
        }))}
        total={null}
      />
    </div>
  );
}
