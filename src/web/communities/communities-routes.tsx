// Communities of practice: the list, each community, its practices and questions, and the places that know nobody yet.
import { Details, InsetText } from 'nhsuk-react-components';
import { groupBy, parseMonth, type Result } from '#kernel';
import { strangersTo, type CommunityRecord, type Stranger } from '#delivery';
import type { PageRequest, PageRoute } from '#http';
import { viewBlueprint } from '#planning';
import { DataTable, formatNumber, singleGroup } from '#report';
import { askWhoCanAnswer, atWorkspace, mayEver, type Desk, type Workspace } from '#service';
import { keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { detailAgain, newRecordRoutes, recordRoutes } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { deskOf, fieldOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems } from '../shell/problem-summary.tsx';
import { COMMUNITIES, PRACTICES } from './community-kinds.ts';
import { communityPart } from './community-part.tsx';
import { practicePart } from './practice-part.tsx';
import { questionPart } from './question-part.tsx';

export function communitiesRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'community', placeParam: null } as const;
  return [
    { method: 'GET', path: '/communities', access, answer: (request) => listPage(dress, request) },
    ...newRecordRoutes(dress, communityPart),
    ...recordRoutes(dress, communityPart),
    ...newRecordRoutes(dress, practicePart),
    ...recordRoutes(dress, practicePart),
    ...newRecordRoutes(dress, questionPart),
    ...recordRoutes(dress, questionPart),
    {
      method: 'POST',
      path: '/questions/:id/route',
      access: { kind: 'permitted', action: 'change', resource: 'question', placeParam: null },
      answer: async (request) => {
        const id = request.params['id'] ?? '';
        const routed = await askWhoCanAnswer(deskOf(request), id, Number(fieldOf(request, 'madeFrom')));
        if (routed.ok) return onward(`/questions/${id}`);
        return detailAgain({ dress, part: questionPart }, request, asFormProblems(routed.problems));
      },
    },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const communities = await keptRecords(desk, COMMUNITIES, null);
  if (!communities.ok) return communities;
  const strangers = await strangersFor(desk, workspace.value, communities.value);
  if (!strangers.ok) return strangers;
  return pageAnswer(dress, {
    request,
    title: 'Communities of practice',
    part: 'communities',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        <Communities communities={communities.value} />
        {mayEver(desk.actor, 'create', 'community') ? (
          <p className="no-print">
            <a href="/communities/new">Add a community</a>
          </p>
        ) : null}
        <Strangers strangers={strangers.value} communities={communities.value} />
      </>
    ),
  });
}

type Listed = readonly KeptRecord<CommunityRecord>[];

function Communities({ communities }: { readonly communities: Listed }) {
  if (communities.length === 0) {
    return (
      <InsetText>
        A community of practice brings together those who deliver the same requirement in different places. None is on
        record yet. Begin with one that meets already: name what it serves, who convenes it and where its people talk.
      </InsetText>
    );
  }
  return (
    <div className="figures">
      <DataTable
        id="communities"
        caption="Communities, with the requirements of the blueprint that they serve"
        columns={[
          { key: 'name', label: 'Community', kind: 'text' },
          { key: 'state', label: 'Stage', kind: 'text' },
          { key: 'serves', label: 'Serves', kind: 'text' },
          { key: 'members', label: 'Members', kind: 'number' },
          { key: 'places', label: 'Places', kind: 'number' },
        ]}
        groups={singleGroup(
          communities.map(({ id, body }) => ({
            key: id,
            header: <a href={`/communities/${id}`}>{body.name}</a>,
            cells: [
              <StateTag key="state" state={body.state} />,
              body.requirements.join(', '),
              formatNumber(body.members.reduce((sum, { people, until }) => sum + (until === null ? people : 0), 0)),
              formatNumber(new Set(body.members.map(({ place }) => place)).size),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** Of the places that the member may act for; a requirement without a single practice is left out. */
async function strangersFor(
  desk: Desk,
  workspace: Workspace,
  communities: Listed,
): Promise<Result<readonly Stranger[]>> {
  const practices = await keptRecords(desk, PRACTICES, null);
  if (!practices.ok) return practices;
  const month = parseMonth(desk.world.clock().slice(0, 7)) ?? 0;
  const view = viewBlueprint(workspace.pack, { place: desk.actor.place, month });
  if (!view.ok) return view;
  const served = new Set(practices.value.flatMap(({ body }) => body.requirements));
  const asked = [...groupBy(view.value.resolved.requirements, ({ requirement }) => requirement.id)]
    .filter(([id]) => served.has(id))
    .map(([requirement, places]) => ({ requirement, places: places.map(({ place }) => place) }));
  const bodies = practices.value.map(({ body }) => body);
  return { ok: true, value: strangersTo(asked, communities, bodies) };
}

function Strangers({
  strangers,
  communities,
}: {
  readonly strangers: readonly Stranger[];
  readonly communities: Listed;
}) {
  const nameOf = new Map(communities.map(({ id, body }) => [id, body.name]));
  return (
    <section aria-labelledby="strangers-heading">
      <h2 id="strangers-heading">Asked to deliver, and knowing nobody who has</h2>
      {strangers.length === 0 ? (
        <p className="nhsuk-u-reading-width">
          No place, as far as practices on record tell. A requirement counts here once some place has taken up a
          practice for it.
        </p>
      ) : (
        [...groupBy(strangers, ({ requirement }) => requirement)].map(([requirement, its]) => (
          <Details key={requirement}>
            <Details.Summary>
              {requirement}: {formatNumber(its.length)} places
            </Details.Summary>
            <Details.Text>
              <p>
                Done in: {its[0]?.deliverers.join(', ') || 'no place yet'}. To join:{' '}
                {its[0]?.communities.map((id) => nameOf.get(id) ?? id).join(', ') || 'no community serves it yet'}.
              </p>
              <p>{its.map(({ place }) => place).join(', ')}</p>
            </Details.Text>
          </Details>
        ))
      )}
    </section>
  );
}
