// The address of the heat map of skills: for a team's place, an organisation, or a region and all below it.
import { InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, preparedRoutes, skillDepth, type SkillDepth } from '#service';
import { PlaceChoice } from '../../figures/place-choice.tsx';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { monthOf, peoplePage } from '../people-page.tsx';
import { DepthMap } from './depth-map.tsx';

export function teamRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/people/depth',
      access: { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: null },
      answer: (request) => depthPage(dress, request),
    },
  ];
}

async function depthPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const asked = request.query['place'] ?? '';
  const place = asked === '' ? desk.actor.place : asked;
  const at = monthOf(request);
  const prepared = preparedRoutes(workspace.value, { framework: null, measure: 'coverage', asOf: at });
  if (!prepared.ok) return prepared;
  const depth = await skillDepth(desk, { place, at, prepared: prepared.value });
  if (!depth.ok) return depth;
  const name = workspace.value.tree.byCode.get(place)?.name ?? place;
  return peoplePage(dress, {
    request,
    title: `${name}: how deep do our skills go?`,
    trail: [],
    children: (
      <>
        <PlaceChoice
          action="/people/depth"
          places={workspace.value.tree.places.filter(({ code }) => workspace.value.isBelow(code, desk.actor.place))}
          place={place}
          hint="Whose posts and skills are counted."
        />
        <Told depth={depth.value} />
        <DepthMap depth={depth.value} nameOf={prepared.value.names.nameOf} />
      </>
    ),
  });
}

function Told({ depth }: { readonly depth: SkillDepth }) {
  if (depth.people === '0') {
    return (
      <InsetText>
        Nobody here keeps evidence of skills yet, so all stand as shown by nobody. Ask staff to begin under People, My
        skills, and verify what they show.
      </InsetText>
    );
  }
  return (
    <p className="nhsuk-u-reading-width">
      People who keep evidence here: {depth.people}. Only levels that the evidence carries today count.{' '}
      {depth.isWhole
        ? 'You see every count, for these are your own people.'
        : 'Small numbers are hidden and others rounded, so that nobody can be made out.'}
    </p>
  );
}
