// The first page of an administrator: who may do what here, role by role, and what was changed of it.
import { groupBy, ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { DataTable, formatNumber, singleGroup } from '#report';
import { listMembers, readAudit, ROLES, type MemberEntry } from '#service';
import { Headline } from '../figures/headline.tsx';
import { ROLE_NAMES } from '../member/member-pages.tsx';
import { deskOf } from '../shell/page-answer.tsx';
import type { Home } from './home.ts';

/** As many changes as are read in a minute. */
const LINES_TOLD = 5;

export async function administratorHome(request: PageRequest): Promise<Result<Home>> {
  const desk = deskOf(request);
  const members = await listMembers(desk);
  if (!members.ok) return members;
  const audit = await readAudit(desk, null, LINES_TOLD);
  if (!audit.ok) return audit;
  const active = members.value.filter(({ isDisabled }) => !isDisabled);
  return ok({
    title: 'Who may do what here?',
    children: (
      <>
        <Headline
          figures={[
            {
              label: 'Active memberships',
              amount: formatNumber(active.length),
              note: `${formatNumber(members.value.length - active.length)} shut out`,
              href: '/members',
            },
            { label: 'Add a member', amount: 'New', note: 'with a role and a place', href: '/members/new' },
            {
              label: 'Lines of the audit',
              amount: formatNumber(audit.value.head.sequence),
              note: 'every change, in order',
              href: '/audit',
            },
          ]}
        />
        <RoleTable active={active} />
        <section aria-labelledby="changes-heading">
          <h2 id="changes-heading">The last changes</h2>
          <ul>
            {audit.value.lines.map(({ sequence, at, summary }) => (
              <li key={sequence}>
                {at.slice(0, 16).replace('T', ' ')}: {summary}
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}

function RoleTable({ active }: { readonly active: readonly MemberEntry[] }) {
  const byRole = groupBy(active, ({ role }) => role);
  return (
    <div className="figures">
      <DataTable
        id="roles"
        caption="Active memberships by role"
        columns={[
          { key: 'role', label: 'Role', kind: 'text' },
          { key: 'members', label: 'Memberships', kind: 'number' },
        ]}
        groups={singleGroup(
          ROLES.map((role) => ({
            key: role,
            header: ROLE_NAMES[role],
            cells: [formatNumber(byRole.get(role)?.length ?? 0)],
          })),
        )}
        total={null}
      />
    </div>
  );
}
