// The addresses of one's wishes: the rounds that are open to me, and the places I want, the most wanted first.
import { Button, Checkboxes, InsetText, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { fail, ok, type Problem, type Result } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { placementPreferenceRecordSchema, type PlacementPreferenceRecord } from '#pathways';
import { counted, DataTable, formatMonthName, singleGroup } from '#report';
import { openRounds, putRecord, type Desk, type OpenRound } from '#service';
import { keptRecords, type KeptRecord } from '../../record/kept-records.ts';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { fieldsOf, peoplePage } from '../people-page.tsx';
import { fieldsOfWishes, readWishes } from './wish-form.ts';

const WISHES = { kind: 'placement-preference', schema: placementPreferenceRecordSchema } as const;

export function wishRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'create', resource: 'wish', placeParam: null } as const;
  return [
    { method: 'GET', path: '/people/wishes', access, answer: (request) => listPage(dress, request) },
    { method: 'GET', path: '/people/wishes/:id', access, answer: (request) => wishPage(dress, request) },
    { method: 'POST', path: '/people/wishes/:id', access, answer: (request) => keep(dress, request) },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const rounds = await openRounds(desk);
  if (!rounds.ok) return rounds;
  const own = await keptRecords(desk, WISHES, null);
  if (!own.ok) return own;
  const stateOf = (id: string) => own.value.find(({ body }) => body.round === id)?.state ?? 'none yet';
  return peoplePage(dress, {
    request,
    title: 'Where I want to be placed',
    trail: [],
    children:
      rounds.value.length === 0 ? (
        <InsetText>No placement round is open now.</InsetText>
      ) : (
        <div className="figures">
          <DataTable
            id="open-rounds"
            caption={`${counted(rounds.value.length, 'round is', 'rounds are')} open`}
            columns={[
              { key: 'title', label: 'Round', kind: 'text' },
              { key: 'closes', label: 'Wishes until', kind: 'text' },
              { key: 'posts', label: 'Posts', kind: 'number' },
              { key: 'mine', label: 'My wishes', kind: 'text' },
            ]}
            groups={singleGroup(
              rounds.value.map(({ id, title, closes, places }) => ({
                key: id,
                header: <a href={`/people/wishes/${id}`}>{title}</a>,
                cells: [
                  formatMonthName(closes),
                  String(places.reduce((sum, { posts }) => sum + posts, 0)),
                  stateOf(id),
                ],
              })),
            )}
            total={null}
          />
        </div>
      ),
  });
}

type Shown = { readonly fields: Readonly<Record<string, string>> | null; readonly problems: readonly FormProblem[] };

async function wishPage(dress: Dress, request: PageRequest, shown: Shown = { fields: null, problems: [] }) {
  const found = await findRound(deskOf(request), request);
  if (!found.ok) return found;
  const { round, own } = found.value;
  const fields = shown.fields ?? (own === null ? {} : fieldsOfWishes(own.body));
  return peoplePage(dress, {
    request,
    title: round.title,
    trail: [{ label: 'Where I want to be placed', href: '/people/wishes' }],
    problems: shown.problems,
    children: (
      <>
        <ProblemSummary problems={shown.problems} />
        {own?.state === 'sent' ? (
          <InsetText>Your wishes are with the round. You may change them until it is run.</InsetText>
        ) : null}
        <WishForm request={request} round={round} own={own} fields={fields} problems={shown.problems} />
      </>
    ),
  });
}

type WishFormProps = {
  readonly request: PageRequest;
  readonly round: OpenRound;
  readonly own: KeptRecord<PlacementPreferenceRecord> | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

function WishForm({ request, round, own, fields, problems }: WishFormProps) {
  const at = (name: string) => fieldAt(name, { fields, problems });
  const areas = [...new Set(round.places.map(({ area }) => area))];
  return (
    <form method="post" action={request.path} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={own?.version ?? 0} />
      <Select {...at('area')} label="Area where I live" hint="Travel is reckoned from it.">
        {areas.map((area) => (
          <Select.Option key={area} value={area}>
            {area}
          </Select.Option>
        ))}
      </Select>
      <Textarea
        {...at('preferences')}
        label="Places I want, the most wanted first"
        hint={`One on each line. On offer: ${round.places.map(({ id, posts }) => `${id} (${counted(posts, 'post', 'posts')})`).join(', ')}.`}
        rows={6}
      />
      <TextInput
        {...at('mostTravelMinutes')}
        label="The most minutes I would travel one way (optional)"
        hint="You are placed no further away than this. Empty for any distance."
        width="4"
        inputMode="numeric"
      />
      <Checkboxes idPrefix="acceptsUnlisted" name="acceptsUnlisted">
        <Checkboxes.Item value="yes" defaultChecked={fields['acceptsUnlisted'] === 'yes'}>
          Give me another place rather than none
        </Checkboxes.Item>
      </Checkboxes>
      <Button>Send my wishes</Button>
    </form>
  );
}

/** Wishes are kept as a draft first, then sent, as every record begins at its first state. */
async function keep(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await findRound(desk, request);
  if (!found.ok) return found;
  const { round, own } = found.value;
  const fields = fieldsOf(request);
  const reading = readWishes(fields, round);
  if (!reading.ok) return wishPage(dress, request, { fields, problems: reading.problems });
  const id = own?.id ?? desk.world.makeId();
  const body = { ...reading.wishes, round: round.id, person: desk.actor.id };
  const order = { kind: 'placement-preference', id, summary: 'Wishes for a placement were kept.' } as const;
  let madeFrom = Number(fieldOf(request, 'madeFrom'));
  if (own?.state !== 'sent') {
    const action = own === null ? 'create' : 'change';
    const draft = await putRecord(desk, { ...order, madeFrom, action, body: { ...body, state: 'draft' } });
    if (!draft.ok) return wishPage(dress, request, { fields, problems: asFormProblems(draft.problems) });
    madeFrom = draft.value.version;
  }
  const sent = await putRecord(desk, { ...order, madeFrom, action: 'change', body: { ...body, state: 'sent' } });
  if (sent.ok) return onward(request.path);
  return wishPage(dress, request, { fields, problems: asFormProblems(sent.problems) });
}

type Found = { readonly round: OpenRound; readonly own: KeptRecord<PlacementPreferenceRecord> | null };

async function findRound(desk: Desk, request: PageRequest): Promise<Result<Found>> {
  const rounds = await openRounds(desk);
  if (!rounds.ok) return rounds;
  const round = rounds.value.find(({ id }) => id === request.params['id']);
  if (round === undefined) return fail(notOpen);
  const own = await keptRecords(desk, WISHES, null);
  if (!own.ok) return own;
  return ok({ round, own: own.value.find(({ body }) => body.round === round.id) ?? null });
}

const notOpen: Problem = {
  code: 'not-found',
  message: 'There is no open round here.',
  path: 'people/wishes',
  hint: 'Look at the rounds that are open.',
};
