// The addresses of programmes: those that are open, with what they lead to, and the pages of each.
import { InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, formatMonthName, singleGroup } from '#report';
import { formatMonth } from '#kernel';
import { atWorkspace, mayEver, type Workspace } from '#service';
import { keptRecords, type KeptRecord } from '../../record/kept-records.ts';
import { newRecordRoutes, recordRoutes } from '../../record/record-routes.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { monthOf, peoplePage } from '../people-page.tsx';
import { months } from '../career/route-words.ts';
import { PROGRAMME, programmePart } from './programme-part.tsx';
import type { TrainingProgramme } from '#pathways';

export function programmeRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/people/programmes',
      access: { kind: 'permitted', action: 'read', resource: 'programme', placeParam: null },
      answer: (request) => listPage(dress, request),
    },
    ...newRecordRoutes(dress, programmePart),
    ...recordRoutes(dress, programmePart),
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const kept = await keptRecords(desk, PROGRAMME, null);
  if (!kept.ok) return kept;
  const mayChange = mayEver(desk.actor, 'create', 'programme');
  const shown = kept.value.filter(({ state }) => mayChange || state === 'open');
  return peoplePage(dress, {
    request,
    title: mayChange ? 'Programmes' : 'Programmes that are open',
    trail: [],
    children: (
      <>
        {mayChange ? (
          <p className="no-print">
            <a className="nhsuk-button" href="/people/programmes/new" role="button" draggable="false">
              Keep a new programme
            </a>
          </p>
        ) : null}
        {shown.length === 0 ? (
          <InsetText>
            No programme is open. <a href="/people/routes">Routes</a> also show ways that need none.
          </InsetText>
        ) : (
          <Programmes shown={shown} workspace={workspace.value} now={formatMonth(monthOf(request))} />
        )}
      </>
    ),
  });
}

type ProgrammesProps = {
  readonly shown: readonly KeptRecord<TrainingProgramme>[];
  readonly workspace: Workspace;
  readonly now: string;
};

function Programmes({ shown, workspace, now }: ProgrammesProps) {
  const { channels, roles, professions } = workspace.pack.system;
  const nameOf = (all: readonly { readonly id: string; readonly name: string }[], wanted: string) =>
    all.find(({ id }) => id === wanted)?.name ?? wanted;
  return (
    <div className="figures">
      <DataTable
        id="programmes"
        caption={`Programmes, with who pays for a start in ${formatMonthName(now)}`}
        columns={[
          { key: 'title', label: 'Programme', kind: 'text' },
          { key: 'role', label: 'Leads to', kind: 'text' },
          { key: 'from', label: 'Open to', kind: 'text' },
          { key: 'months', label: 'Takes', kind: 'text' },
          { key: 'pays', label: 'Who pays now', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
        ]}
        groups={singleGroup(
          shown.map(({ id, body, state }) => {
            const channel = channels.find((each) => each.id === body.channel);
            const paying = body.funding.filter(({ from, until }) => from <= now && (until === null || now < until));
            const source = channel?.sourceProfession ?? null;
            return {
              key: id,
              header: <a href={`/people/programmes/${id}`}>{body.title}</a>,
              cells: [
                `${nameOf(roles, body.role)}, band ${body.band}`,
                source === null ? 'all' : nameOf(professions, source),
                channel === undefined ? 'not known' : months(channel.months),
                paying.map(({ title }) => title).join('; ') || 'nobody',
                <StateTag key="state" state={state} />,
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}
