// The table of members, and the form that adds one or changes what one may do.
import { Button, Checkboxes, Select, SummaryList, Tag, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { DataTable, singleGroup } from '#report';
import { ROLES, type MemberEntry, type Role } from '#service';
import type { Place } from '#workforce';
import { Downloads } from '../figures/downloads.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'national-planner': 'National planner',
  'regional-lead': 'Lead of a region or system',
  'organisation-lead': 'Lead of an organisation',
  'member-of-staff': 'Member of staff',
  supplier: 'Supplier',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

export type MemberListProps = {
  readonly members: readonly MemberEntry[];
  readonly places: ReadonlyMap<string, Place>;
  /** Id of whoever looks. */
  readonly own: string;
};

export function MemberList({ members, places, own }: MemberListProps) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A member has one role in one place and sees that place with all below it; staff see themselves, suppliers their
        agreements. A person with two roles has two memberships. Whoever is shut out is out at once.
      </p>
      <p className="no-print">
        <Button href="/members/new">Add a member</Button>
      </p>
      <div className="figures">
        <DataTable
          id="members"
          caption={`${members.length} memberships`}
          columns={[
            { key: 'who', label: 'Name', kind: 'text' },
            { key: 'role', label: 'Role', kind: 'text' },
            { key: 'place', label: 'Place', kind: 'text' },
            { key: 'state', label: 'State', kind: 'text' },
          ]}
          groups={singleGroup(
            members.map(({ id, displayName, role, place, supplier, isDisabled }) => ({
              key: id,
              header: <a href={`/members/${encodeURIComponent(id)}`}>{displayName}</a>,
              cells: [
                supplier === null ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${supplier}`,
                places.get(place)?.name ?? `${place}, which is no place of the pack`,
                <>
                  <Tag modifier={isDisabled ? 'red' : 'green'}>{isDisabled ? 'shut out' : 'active'}</Tag>
                  {id === own ? ' you' : ''}
                </>,
              ],
            })),
          )}
          total={null}
        />
        <Downloads address="/api/v1/members" what="memberships" />
      </div>
    </>
  );
}

export type MemberFormProps = {
  readonly request: PageRequest;
  readonly places: readonly Place[];
  /** Null for a new one. */
  readonly known: MemberEntry | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

export function MemberForm({ request, places, known, fields, problems }: MemberFormProps) {
  const at = (name: string) => fieldAt(name, { fields, problems });
  return (
    <form method="post" action={request.path}>
      <ProblemSummary problems={problems} />
      <CsrfField request={request} />
      <Login known={known} fields={fields} problems={problems} />
      <TextInput
        {...at('displayName')}
        label="Name to greet by"
        hint="Shown to the person and to administrators alone."
      />
      <Select {...at('role')} label="Role" hint="What it lets one do stands on the page of help about roles.">
        <Select.Option value="">Choose</Select.Option>
        {ROLES.map((role) => (
          <Select.Option key={role} value={role}>
            {ROLE_NAMES[role]}
          </Select.Option>
        ))}
      </Select>
      <Select {...at('place')} label="Place" hint="The member sees this place and all below it.">
        <Select.Option value="">Choose</Select.Option>
        {places.map(({ code, name, tier }) => (
          <Select.Option key={code} value={code}>
            {`${name} (${tier}, ${code})`}
          </Select.Option>
        ))}
      </Select>
      <TextInput
        {...at('supplier')}
        label="Supplier"
        hint="For suppliers alone: the id that agreements name."
        width="20"
      />
      {known === null ? null : (
        <Checkboxes idPrefix="isDisabled" name="isDisabled" legend="Access">
          <Checkboxes.Item
            value="yes"
            defaultChecked={fields['isDisabled'] === 'yes'}
            hint="At once, wherever the member is signed in. The membership stays and can be opened again."
          >
            Shut this member out
          </Checkboxes.Item>
        </Checkboxes>
      )}
      <Button>{known === null ? 'Add the member' : 'Keep'}</Button>
    </form>
  );
}

/** Whom the login says it is: settled when the member is added, and never changed. */
function Login({ known, fields, problems }: Pick<MemberFormProps, 'known' | 'fields' | 'problems'>) {
  const at = (name: string) => fieldAt(name, { fields, problems });
  return known === null ? (
    <>
      <TextInput {...at('issuer')} label="Login provider" hint="Its address, such as https://login.example.org." />
      <TextInput
        {...at('subject')}
        label="Subject"
        hint="What the login provider calls the person; never a password."
      />
    </>
  ) : (
    <SummaryList>
      <SummaryList.Row>
        <SummaryList.Key>Login provider</SummaryList.Key>
        <SummaryList.Value>{known.issuer}</SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Subject</SummaryList.Key>
        <SummaryList.Value>{known.subject}</SummaryList.Value>
      </SummaryList.Row>
    </SummaryList>
  );
}
