// My skills: the passport, what is on its way to a verifier, the post I hold, and a skill to add.
import { Button, Select, Tag } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import type { PassportSkill } from '#pathways';
import type { Pack, PreparedRoutes } from '#planning';
import { DataTable, formatMonthName, singleGroup } from '#report';
import type { OwnSkills } from '#service';
import { CsrfField } from '../../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { PassportTables } from './passport-table.tsx';
import { SkillFields } from './skill-options.tsx';
import { STATE_TAGS } from './state-tags.ts';

export type MySkillsProps = {
  readonly request: PageRequest;
  readonly pack: Pack;
  readonly prepared: PreparedRoutes;
  readonly own: OwnSkills;
  readonly skills: readonly PassportSkill[];
  readonly enough: number;
  readonly memberName: (id: string) => string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

export function MySkills({
  request,
  pack,
  prepared,
  own,
  skills,
  enough,
  memberName,
  fields,
  problems,
}: MySkillsProps) {
  const { nameOf } = prepared.names;
  return (
    <>
      <ProblemSummary problems={problems} />
      <PassportTables skills={skills} nameOf={nameOf} memberName={memberName} enough={enough} />
      <p className="no-print">
        <a href={routesHref(own)}>Find routes from here</a> ·{' '}
        <a href="/people/privacy">See, take with you or erase all this</a>
      </p>
      {own.records.length === 0 ? null : <Records own={own} nameOf={nameOf} />}
      <h2>Add a skill</h2>
      <form method="post" action="/people/skills" className="no-print">
        <CsrfField request={request} />
        <SkillFields frameworks={pack.skills.frameworks} fields={fields} problems={problems} />
        <Button>Add it to my skills</Button>
      </form>
      <h2>The post I hold</h2>
      <PostForm request={request} prepared={prepared} own={own} />
    </>
  );
}

function routesHref({ passport, evidence }: OwnSkills): string {
  const query = new URLSearchParams({ from: passport?.body.post ?? '' });
  if (evidence.length > 0) query.set('own', 'yes');
  return `/people/routes?${query.toString()}`;
}

function Records({ own, nameOf }: Pick<MySkillsProps, 'own'> & { readonly nameOf: (skill: string) => string }) {
  return (
    <div className="figures">
      <DataTable
        id="records"
        caption="What I have said, and how far it has come"
        columns={[
          { key: 'skill', label: 'Skill and level', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'said', label: 'Said', kind: 'text' },
        ]}
        groups={singleGroup(
          own.records.map(({ record, body }) => ({
            key: record.id,
            header: (
              <a href={`/people/skills/${record.id}`}>
                {nameOf(body.skill)}: {body.level}
              </a>
            ),
            cells: [
              <Tag key="state" modifier={STATE_TAGS[body.state].colour}>
                {STATE_TAGS[body.state].label}
              </Tag>,
              formatMonthName(body.saidMonth),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function PostForm({ request, prepared, own }: Pick<MySkillsProps, 'request' | 'prepared' | 'own'>) {
  const { levels, professions } = prepared.map;
  return (
    <form method="post" action="/people/passport" className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={own.passport?.record.version ?? 0} />
      <Select
        id="post"
        name="post"
        label="Post or profession"
        hint="Routes begin from it. Nobody but you sees it."
        defaultValue={own.passport?.body.post ?? ''}
      >
        <Select.Option value="">I would rather not say</Select.Option>
        {[...levels, ...professions].map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Button secondary>Keep it</Button>
    </form>
  );
}
