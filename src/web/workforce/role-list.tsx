// The list of roles with their bands, what they are composed of, and the people in each.
import { countBy, stockShown } from '#planning';
import { DataTable, formatShare } from '#report';
import type { Workspace } from '#service';
import type { Role } from '#workforce';
import { Downloads } from '../figures/downloads.tsx';
import { InPostLink } from './in-post-link.tsx';
import { isHybrid } from './workforce-page.tsx';

export type RoleListProps = {
  readonly workspace: Workspace;
  /** Code of the place whose people are counted, with all below it. */
  readonly own: string;
  /** `hybrid`, or anything else for all. */
  readonly show: string;
};

export function RoleList({ workspace, own, show }: RoleListProps) {
  const { roles, families } = workspace.pack.system;
  const byRole = countBy(stockShown(workspace, own), ({ role }) => role);
  const shown = show === 'hybrid' ? roles.filter(isHybrid) : roles;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A hybrid role is one post shared by several professions. Each profession’s share is counted once, so that no
        hour of anybody is counted twice.
      </p>
      <Views show={show} all={roles.length} hybrid={roles.filter(isHybrid).length} />
      {shown.length === 0 ? (
        <p>No role of this pack is shared by several professions.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="roles"
            caption={`${shown.length} of ${roles.length} roles`}
            columns={[
              { key: 'role', label: 'Role', kind: 'text' },
              { key: 'bands', label: 'Bands', kind: 'text' },
              { key: 'composition', label: 'Composed of', kind: 'text' },
              { key: 'people', label: 'People in post', kind: 'number' },
            ]}
            groups={families
              .map(({ id, name }) => ({
                key: id,
                heading: name,
                rows: shown
                  .filter(({ family }) => family === id)
                  .map((role) => ({
                    key: role.id,
                    header: <a href={`/workforce/roles/${encodeURIComponent(role.id)}`}>{role.name}</a>,
                    cells: [
                      bandNames(workspace, role).join(', '),
                      compositionText(workspace, role),
                      <InPostLink
                        key="people"
                        unit="people"
                        at={`${own}:role=${role.id}`}
                        count={byRole.get(role.id)}
                      />,
                    ],
                  })),
              }))
              .filter((group) => group.rows.length > 0)}
            total={null}
          />
          <Downloads address="/api/v1/roles" what="roles" />
        </div>
      )}
    </>
  );
}

type ViewsProps = { readonly show: string; readonly all: number; readonly hybrid: number };

function Views({ show, all, hybrid }: ViewsProps) {
  const views = [
    ['all', 'All', all],
    ['hybrid', 'Hybrid', hybrid],
  ] as const;
  return (
    <nav aria-label="Which roles">
      <ul className="tile-key">
        {views.map(([id, label, count]) => (
          <li key={id}>
            <a href={`/workforce/roles?show=${id}`} aria-current={id === show ? 'true' : undefined}>
              {label} ({count})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function bandNames({ pack }: Workspace, { bands }: Role): readonly string[] {
  return bands.map((id) => pack.system.bands.find((band) => band.id === id)?.name ?? id);
}

function compositionText({ pack }: Workspace, { composition }: Role): string {
  const nameOf = (id: string) => pack.system.professions.find((one) => one.id === id)?.name ?? id;
  return composition.map(({ profession, shareOfFte }) => `${nameOf(profession)} ${formatShare(shareOfFte)}`).join(', ');
}
