// All frameworks in force, and a search through their roles and skills.
import { Button, Card, TextInput } from 'nhsuk-react-components';
import { levelsOf, type Framework, type SkillBook } from '#pathways';
import { counted, DataTable, singleGroup, type Row } from '#report';
import { levelHref, skillHref } from './framework-links.ts';

/** As many findings as one looks through. */
const FOUND_MAX = 200;

export type FrameworkIndexProps = {
  readonly frameworks: readonly Framework[];
  readonly posts: SkillBook['posts'];
  readonly find: string;
};

export function FrameworkIndex({ frameworks, posts, find }: FrameworkIndexProps) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A framework lists skills, and what each level of a role asks for. A post stands for a level, so routes and
        passports speak of the same skills everywhere.
      </p>
      <form method="get" action="/people/frameworks" className="cluster no-print" role="search">
        <TextInput
          id="find"
          name="find"
          label="Find a role or a skill by its words"
          hint="Looks in all frameworks."
          defaultValue={find}
        />
        <Button secondary>Find</Button>
      </form>
      {find === '' ? null : <Findings frameworks={frameworks} find={find} />}
      {frameworks.length === 0 ? (
        <p>There are no frameworks yet: an administrator imports them into the pack.</p>
      ) : null}
      <Card.Group>
        {frameworks.map((each) => (
          <Card.GroupItem key={each.id} width="one-half">
            <Card clickable>
              <Card.Heading className="nhsuk-heading-s">
                <Card.Link href={`/people/frameworks/${each.id}`}>{each.title}</Card.Link>
              </Card.Heading>
              <Card.Description>
                Version {each.version}: {counted(each.skills.length, 'skill', 'skills')},{' '}
                {counted(levelsOf(each).length, 'role level', 'role levels')},{' '}
                {counted(posts.filter(({ framework }) => framework === each.id).length, 'post', 'posts')} of ours
              </Card.Description>
            </Card>
          </Card.GroupItem>
        ))}
      </Card.Group>
    </>
  );
}

function Findings({ frameworks, find }: Pick<FrameworkIndexProps, 'frameworks' | 'find'>) {
  const words = find.toLowerCase();
  const matches = (name: string) => name.toLowerCase().includes(words);
  const rows = frameworks.flatMap((framework): readonly Row[] => [
    ...levelsOf(framework)
      .filter(({ level }) => matches(level.name))
      .map(({ role, level }) => ({
        key: `level ${framework.id} ${level.id}`,
        header: <a href={levelHref(framework.id, level.id)}>{level.name}</a>,
        cells: ['role level', role.family, framework.title],
      })),
    ...framework.skills
      .filter(({ name }) => matches(name))
      .map(({ id, name, group }) => ({
        key: `skill ${framework.id} ${id}`,
        header: <a href={skillHref(framework.id, id)}>{name}</a>,
        cells: ['skill', group ?? 'in no group', framework.title],
      })),
  ]);
  if (rows.length === 0) return <p role="status">No role or skill has “{find}” in its name. Try fewer words.</p>;
  return (
    <div className="figures">
      <DataTable
        id="found"
        caption={rows.length > FOUND_MAX ? `The first ${FOUND_MAX} of ${rows.length}` : `${rows.length} found`}
        columns={[
          { key: 'name', label: 'Name', kind: 'text' },
          { key: 'what', label: 'What it is', kind: 'text' },
          { key: 'group', label: 'Family or group', kind: 'text' },
          { key: 'framework', label: 'Framework', kind: 'text' },
        ]}
        groups={singleGroup(rows.slice(0, FOUND_MAX))}
        total={null}
      />
    </div>
  );
}
