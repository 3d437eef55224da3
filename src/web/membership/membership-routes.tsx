// One's own membership: as what and where one is signed in, and the other memberships that one may change to.
import { Button, Radios } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { ownMemberships, type NamedMembership } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';

export function membershipRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/memberships',
      access: { kind: 'signed-in' },
      answer: (request) => membershipPage(dress, request),
    },
  ];
}

async function membershipPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const memberships = await ownMemberships(desk);
  if (!memberships.ok) return memberships;
  const { actor } = desk;
  const own = memberships.value.find(({ entry }) => entry.tenant === actor.tenant && entry.id === actor.id);
  return pageAnswer(dress, {
    request,
    title: 'Your memberships',
    part: null,
    trail: [
      { label: 'Home', href: '/' },
      { label: 'You', href: '/me' },
    ],
    islands: [],
    children: (
      <>
        {own === undefined ? null : <Standing membership={own} />}
        {memberships.value.length < 2 ? (
          <p className="nhsuk-u-reading-width">
            This is your only membership. If your work has changed, ask your administrator to change it.
          </p>
        ) : (
          <Choice request={request} memberships={memberships.value} />
        )}
      </>
    ),
  });
}

function Standing({ membership: { entry, placeName, tenantName } }: { readonly membership: NamedMembership }) {
  const rows = [
    ['Name', entry.displayName],
    ['Role', roleName(entry.role)],
    ['Place', placeName],
    ['Organisation of the service', tenantName],
  ] as const;
  return <FactList facts={rows} />;
}

type ChoiceProps = { readonly request: PageRequest; readonly memberships: readonly NamedMembership[] };

function Choice({ request, memberships }: ChoiceProps) {
  const { actor } = deskOf(request);
  return (
    <form method="post" action="/memberships/choose">
      <CsrfField request={request} />
      <input type="hidden" name="next" value={request.query['next'] ?? '/'} />
      <Radios
        idPrefix="membership"
        name="membership"
        legend="Go on as"
        legendProps={{ size: 'm' }}
        hint="What you may see and do depends on it. You can come back here and change it at any time."
      >
        {memberships.map(({ entry, placeName, tenantName }) => (
          <Radios.Item
            key={`${entry.tenant}/${entry.id}`}
            value={`${entry.tenant}/${entry.id}`}
            defaultChecked={entry.tenant === actor.tenant && entry.id === actor.id}
          >
            {`${roleName(entry.role)}, ${placeName} (${tenantName})`}
          </Radios.Item>
        ))}
      </Radios>
      <Button>Go on</Button>
    </form>
  );
}

function roleName(role: string): string {
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
