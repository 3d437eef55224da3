// Who is in a role in the places that one may see: by band, and by place.
import { Details } from 'nhsuk-react-components';
import { countBy, stockShown, type Count } from '#planning';
import { DataTable, singleGroup } from '#report';
import type { Workspace } from '#service';
import type { Role } from '#workforce';
import { ruleSentence } from './workforce-figures.ts';
import { fteText, InPostLink, peopleText } from './in-post-link.tsx';

export type RoleInPostProps = { readonly workspace: Workspace; readonly own: string; readonly role: Role };

export function RoleInPost({ workspace, own, role }: RoleInPostProps) {
  const all = stockShown(workspace, own);
  const stock = { ...all, rows: all.rows.filter((row) => row.role === role.id) };
  const byBand = countBy(stock, ({ band }) => band);
  const byPlace = countBy(stock, ({ place }) => place);
  const whole = stock.countOf(stock.rows);
  const { bands } = workspace.pack.system;
  return (
    <section aria-labelledby="in-post-heading">
      <h2 id="in-post-heading">Who is in it</h2>
      {whole.people === 0 ? (
        <p>Nobody in your places is in this role.</p>
      ) : (
        <>
          <div className="figures">
            <DataTable
              id="in-post"
              caption={`${peopleText(whole)} people, ${fteText(whole)} FTE, by band`}
              columns={[
                { key: 'band', label: 'Band', kind: 'text' },
                { key: 'people', label: 'People', kind: 'number' },
                { key: 'fte', label: 'FTE', kind: 'number' },
              ]}
              groups={singleGroup(
                bands
                  .filter(({ id }) => byBand.has(id))
                  .map(({ id, name }) => ({
                    key: id,
                    header: name,
                    cells: [peopleText(byBand.get(id)), fteText(byBand.get(id))],
                  })),
              )}
              total={null}
            />
            <p className="source">{ruleSentence(workspace.pack.published)}</p>
          </div>
          <ByPlace workspace={workspace} role={role} byPlace={byPlace} />
        </>
      )}
    </section>
  );
}

type ByPlaceProps = Pick<RoleInPostProps, 'workspace' | 'role'> & { readonly byPlace: ReadonlyMap<string, Count> };

function ByPlace({ workspace, role, byPlace }: ByPlaceProps) {
  return (
    <Details>
      <Details.Summary>By place ({byPlace.size})</Details.Summary>
      <Details.Text>
        <div className="figures">
          <DataTable
            id="in-places"
            caption={`${role.name}: people in post by place`}
            columns={[
              { key: 'place', label: 'Place', kind: 'text' },
              { key: 'people', label: 'People', kind: 'number' },
            ]}
            groups={singleGroup(
              [...byPlace].map(([code, count]) => ({
                key: code,
                header: (
                  <a href={`/workforce?place=${encodeURIComponent(code)}`}>
                    {workspace.tree.byCode.get(code)?.name ?? code}
                  </a>
                ),
                cells: [<InPostLink key="people" unit="people" at={`${code}:role=${role.id}`} count={count} />],
              })),
            )}
            total={null}
          />
        </div>
      </Details.Text>
    </Details>
  );
}
