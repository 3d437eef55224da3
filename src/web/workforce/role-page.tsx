// One role: its bands, what it is composed of, its skills, and who is in it.
import { Tag } from 'nhsuk-react-components';
import { DataTable, formatShare, singleGroup } from '#report';
import type { Workspace } from '#service';
import type { Role } from '#workforce';
import { FactList } from '../figures/fact-list.tsx';
import { RoleInPost } from './role-in-post.tsx';
import { bandNames } from './role-list.tsx';
import { isHybrid } from './workforce-page.tsx';

export type RolePageProps = {
  readonly workspace: Workspace;
  readonly own: string;
  readonly role: Role;
  readonly maySeeRoutes: boolean;
};

export function RoleDetail(props: RolePageProps) {
  const { workspace, role } = props;
  const { families, sources } = workspace.pack.system;
  const family = families.find(({ id }) => id === role.family);
  const source = sources.find(({ id }) => id === role.source);
  const rows = [
    ['Family', family?.name ?? role.family],
    ['Bands', bandNames(workspace, role).join(', ')],
    ['Registrations', role.registrations.length === 0 ? 'none' : role.registrations.join(', ')],
    ['Source', source === undefined ? role.source : `${source.title}, ${source.publisher}, ${source.date}`],
    ['In the pack', workspace.pack.locations.get(`role/${role.id}`) ?? role.id],
  ] as const;
  return (
    <>
      <FactList facts={rows} />
      <Composition {...props} />
      <Skills role={role} />
      <RoleInPost {...props} />
      {props.maySeeRoutes ? (
        <nav aria-label="Who could fill it" className="cluster no-print">
          <a href="/people/routes">Who could fill it: routes from other roles</a>
          <a href="/people/hybrid">Hybrid roles as designs</a>
        </nav>
      ) : null}
    </>
  );
}

function Composition({ workspace, role }: RolePageProps) {
  const professions = new Map(workspace.pack.system.professions.map((one) => [one.id, one]));
  return (
    <section aria-labelledby="composition-heading">
      <h2 id="composition-heading">
        What it is composed of {isHybrid(role) ? <Tag modifier="blue">hybrid</Tag> : null}
      </h2>
      <div className="figures">
        <DataTable
          id="composition"
          caption="Shares of the post’s time; only digital shares count towards digital need"
          columns={[
            { key: 'profession', label: 'Profession', kind: 'text' },
            { key: 'digital', label: 'Counts as digital', kind: 'text' },
            { key: 'share', label: 'Share', kind: 'number' },
          ]}
          groups={singleGroup(
            role.composition.map(({ profession, shareOfFte }) => ({
              key: profession,
              header: professions.get(profession)?.name ?? profession,
              cells: [professions.get(profession)?.isDigital ? 'yes' : 'no', formatShare(shareOfFte)],
            })),
          )}
          total={null}
        />
      </div>
    </section>
  );
}

function Skills({ role }: { readonly role: Role }) {
  if (role.skills.length === 0) return null;
  return (
    <section aria-labelledby="skills-heading">
      <h2 id="skills-heading">Skills that it needs</h2>
      <div className="figures">
        <DataTable
          id="skills"
          caption="Each skill with the level that is asked for"
          columns={[
            { key: 'skill', label: 'Skill', kind: 'text' },
            { key: 'level', label: 'Level', kind: 'text' },
          ]}
          groups={singleGroup(role.skills.map(({ skill, level }) => ({ key: skill, header: skill, cells: [level] })))}
          total={null}
        />
      </div>
    </section>
  );
}
