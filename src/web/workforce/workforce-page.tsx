// Who is in post in a place and below it: by role and band, by place with its dates, and what is kept of each place.
import { Button, Details, InsetText } from 'nhsuk-react-components';
import { formatMonth } from '#kernel';
import { countBy, stockShown, type Count } from '#planning';
import { DataTable, formatMonthName, singleGroup } from '#report';
import type { Workspace } from '#service';
import { ancestorsOf, type Place, type Role } from '#workforce';
import { Downloads } from '../figures/downloads.tsx';
import { explainAddress } from '../figures/figure-link.tsx';
import { Headline } from '../figures/headline.tsx';
import { fteText, InPostLink, peopleText } from './in-post-link.tsx';
import { ruleSentence } from './workforce-figures.ts';

export type WorkforceProps = {
  readonly workspace: Workspace;
  readonly place: Place;
  /** The highest place that the reader may see. */
  readonly own: string;
  readonly mayChange: boolean;
};

export function Workforce(props: WorkforceProps) {
  const { workspace, place, mayChange } = props;
  const { system } = workspace.pack;
  const stock = stockShown(workspace, place.code);
  const whole = stock.countOf(stock.rows);
  const hybrid = new Set(system.roles.filter(isHybrid).map(({ id }) => id));
  const inHybrid = stock.countOf(stock.rows.filter(({ role }) => hybrid.has(role)));
  return (
    <>
      <WayUp {...props} />
      {stock.rows.length === 0 ? (
        <InsetText>
          Nobody is counted here yet.{' '}
          {mayChange ? 'Send a file of the people in post to begin.' : 'Whoever keeps the workforce here sends a file.'}
        </InsetText>
      ) : (
        <>
          <Headline
            figures={[
              {
                label: `People in post, ${formatMonthName(formatMonth(system.baseMonth))}`,
                amount: peopleText(whole),
                note: `${fteText(whole)} full-time equivalents`,
                href: whole.isHidden ? null : explainAddress(`inPost:${place.code}`, null),
              },
              {
                label: 'In hybrid roles',
                amount: peopleText(inHybrid),
                note: `${hybrid.size} of ${system.roles.length} roles are hybrid`,
                href: '/workforce/roles?show=hybrid',
              },
            ]}
          />
          <RoleBandTable workspace={workspace} place={place} />
        </>
      )}
      <PlacesBelow {...props} />
      <PlaceFacts place={place} />
      <nav aria-label="More of the workforce" className="cluster no-print">
        <a href="/workforce/roles">All roles</a>
        <a href="/workforce/roles?show=hybrid">Hybrid roles</a>
        {mayChange ? <a href="/workforce/versions">Versions and undo</a> : null}
      </nav>
      {mayChange ? (
        <p className="no-print nhsuk-u-margin-top-4">
          <Button href="/workforce/upload">Send a file of people in post</Button>
        </p>
      ) : null}
    </>
  );
}

function WayUp({ workspace, place, own }: WorkforceProps) {
  const above = ancestorsOf(workspace.tree, place.code).filter(({ code }) => workspace.isBelow(code, own));
  if (above.length === 0) return null;
  return (
    <nav aria-label="Places above">
      <p>
        Part of{' '}
        {above.map(({ code, name }, index) => (
          <span key={code}>
            {index === 0 ? '' : ', part of '}
            <a href={addressOf(code)}>{name}</a>
          </span>
        ))}
      </p>
    </nav>
  );
}

function RoleBandTable({ workspace, place }: Pick<WorkforceProps, 'workspace' | 'place'>) {
  const { roles, bands, families } = workspace.pack.system;
  const stock = stockShown(workspace, place.code);
  const byPost = countBy(stock, ({ role, band }) => `${role}\n${band}`);
  const byRole = countBy(stock, ({ role }) => role);
  const byBand = countBy(stock, ({ band }) => band);
  const shownBands = bands.filter(({ id }) => byBand.has(id));
  const shownRoles = roles.filter(({ id }) => byRole.has(id));
  const whole = stock.countOf(stock.rows);
  const rowOf = (role: Role) => {
    const [at, count] = [`${place.code}:role=${role.id}`, byRole.get(role.id)];
    return {
      key: role.id,
      header: <a href={`/workforce/roles/${encodeURIComponent(role.id)}`}>{role.name}</a>,
      cells: [
        ...shownBands.map((band) => peopleText(byPost.get(`${role.id}\n${band.id}`))),
        <InPostLink key="people" unit="people" at={at} count={count} />,
        <InPostLink key="fte" unit="FTE" at={at} count={count} />,
      ],
    };
  };
  return (
    <section aria-labelledby="roles-heading">
      <h2 id="roles-heading">By role and band</h2>
      <div className="figures">
        <DataTable
          id="stock"
          caption={`People in post in ${place.name} and below; the last column in full-time equivalents`}
          columns={[
            { key: 'role', label: 'Role', kind: 'text' },
            ...shownBands.map(({ id, name }) => ({ key: id, label: name, kind: 'number' as const })),
            { key: 'people', label: 'People', kind: 'number' },
            { key: 'fte', label: 'FTE', kind: 'number' },
          ]}
          groups={families
            .map(({ id, name }) => ({
              key: id,
              heading: name,
              rows: shownRoles.filter(({ family }) => family === id).map(rowOf),
            }))
            .filter((group) => group.rows.length > 0)}
          total={{
            key: 'all',
            header: 'All roles',
            cells: [
              ...shownBands.map(({ id }) => (
                <InPostLink key={id} unit="people" at={`${place.code}:band=${id}`} count={byBand.get(id)} />
              )),
              <InPostLink key="people" unit="people" at={place.code} count={whole} />,
              <InPostLink key="fte" unit="FTE" at={place.code} count={whole} />,
            ],
          }}
        />
        <p className="source">{ruleSentence(workspace.pack.published)}</p>
        <Downloads address={`/api/v1/places/${encodeURIComponent(place.code)}/stock`} what="people in post" />
      </div>
    </section>
  );
}

function PlacesBelow({ workspace, place }: WorkforceProps) {
  const below = workspace.tree.childrenOf.get(place.code) ?? [];
  if (below.length === 0) return null;
  return (
    <section aria-labelledby="below-heading">
      <h2 id="below-heading">Places below</h2>
      <div className="figures">
        <DataTable
          id="below"
          caption={`Places directly below ${place.name}, and the people in each with all below it`}
          columns={[
            { key: 'place', label: 'Place', kind: 'text' },
            { key: 'code', label: 'Code', kind: 'text' },
            { key: 'tier', label: 'Tier', kind: 'text' },
            { key: 'kind', label: 'Kind', kind: 'text' },
            { key: 'when', label: 'Exists', kind: 'text' },
            { key: 'people', label: 'People', kind: 'number' },
          ]}
          groups={singleGroup(
            below.map((each) => ({
              key: each.code,
              header: <a href={addressOf(each.code)}>{each.name}</a>,
              cells: [
                each.code,
                each.tier,
                each.kind,
                datesOf(each),
                <InPostLink key="people" unit="people" at={each.code} count={wholeOf(workspace, each.code)} />,
              ],
            })),
          )}
          total={null}
        />
        <Downloads address="/api/v1/places" what="places" />
      </div>
      <Details className="no-print">
        <Details.Summary>The whole tree of places below {place.name}</Details.Summary>
        <Details.Text>
          <PlaceList workspace={workspace} places={below} />
        </Details.Text>
      </Details>
    </section>
  );
}

function PlaceList({ workspace, places }: { readonly workspace: Workspace; readonly places: readonly Place[] }) {
  return (
    <ul>
      {places.map((each) => {
        const below = workspace.tree.childrenOf.get(each.code) ?? [];
        return (
          <li key={each.code}>
            <a href={addressOf(each.code)}>{each.name}</a> {each.to === null ? '' : `(${datesOf(each)})`}
            {below.length === 0 ? null : <PlaceList workspace={workspace} places={below} />}
          </li>
        );
      })}
    </ul>
  );
}

function PlaceFacts({ place }: { readonly place: Place }) {
  return (
    <p className="source">
      {place.name}: code {place.code}, {place.tier}, {place.kind}, {datesOf(place)}.
    </p>
  );
}

function datesOf({ from, to, successor }: Place): string {
  const since = `from ${formatMonthName(formatMonth(from))}`;
  if (to === null) return since;
  const heir = successor === null ? '' : `; its people go to ${successor}`;
  return `${since} until ${formatMonthName(formatMonth(to))}${heir}`;
}

/** Whether the post is shared by several professions. */
export function isHybrid({ composition }: Role): boolean {
  return composition.length > 1;
}

function wholeOf(workspace: Workspace, place: string): Count {
  const stock = stockShown(workspace, place);
  return stock.countOf(stock.rows);
}

function addressOf(code: string): string {
  return `/workforce?place=${encodeURIComponent(code)}`;
}
