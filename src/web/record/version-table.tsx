// Every version of a record, the newest first: nothing that was kept is lost.
import { Details } from 'nhsuk-react-components';
import type { Result } from '#kernel';
import { ok } from '#kernel';
import { DataTable, singleGroup } from '#report';
import { recordHistory, type Desk, type StoredRecord } from '#service';

export async function versionsOf(desk: Desk, kind: string, id: string): Promise<Result<readonly StoredRecord[]>> {
  const history = await recordHistory(desk, kind, id);
  return history.ok ? ok(history.value.toReversed()) : history;
}

export function VersionTable({ versions }: { readonly versions: readonly StoredRecord[] }) {
  return (
    <Details>
      <Details.Summary>
        {versions.length} {versions.length === 1 ? 'version' : 'versions'} on record
      </Details.Summary>
      <Details.Text>
        <div className="figures">
          <DataTable
            id="versions"
            caption="Versions, the newest first; none is ever changed or removed"
            columns={[
              { key: 'version', label: 'Version', kind: 'text' },
              { key: 'when', label: 'Kept (UTC)', kind: 'text' },
              { key: 'who', label: 'Member', kind: 'text' },
              { key: 'state', label: 'State', kind: 'text' },
            ]}
            groups={singleGroup(
              versions.map(({ version, changedAt, changedBy, state }) => ({
                key: String(version),
                header: String(version),
                cells: [changedAt.slice(0, 16).replace('T', ' '), changedBy.slice(0, 8), state.replaceAll('-', ' ')],
              })),
            )}
            total={null}
          />
        </div>
      </Details.Text>
    </Details>
  );
}
