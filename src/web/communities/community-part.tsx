// One community of practice as pages: what it serves, who is in it, how alive it is, and what it looks after.
import { SummaryList } from 'nhsuk-react-components';
import {
  communityHealth,
  evidenceRecordSchema,
  type CommunityRecord,
  type EvidenceRecord,
  type PracticeRecord,
  type QuestionRecord,
} from '#delivery';
import { ok, type Result } from '#kernel';
import { DataTable, formatMonthName, formatNumber, formatShare, singleGroup } from '#report';
import { mayEver, type Desk } from '#service';
import { choice, columns, field, rows, type FormSection } from '../record/field-spec.ts';
import { keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { placeOptions } from '../record/place-options.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthOf } from '../record/record-routes.tsx';
import { NextStep } from '../record/next-step.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { COMMUNITIES, COMMUNITY_TRAIL, PRACTICES, QUESTIONS } from './community-kinds.ts';
import { CommunityEffectNote } from './community-effect-note.tsx';
import { CommunityHealthNote } from './community-health-note.tsx';

const LIFE: FormSection = {
  title: 'How it lives',
  fields: [
    rows('activity', {
      label: 'Activity month by month; an earlier line is never changed',
      columns: columns({
        month: 'month YYYY-MM',
        'gatherings#': 'gatherings',
        'activePeople#': 'people active',
        'answered#': 'questions answered',
        'asked#': 'questions asked',
      }),
    }),
    rows('links', {
      label: 'Where its people meet already',
      columns: columns({ title: 'title', address: 'https://…' }),
    }),
  ],
};

export const communityPart: RecordPart<CommunityRecord> = {
  ...COMMUNITIES,
  resource: 'community',
  root: '/communities',
  part: 'communities',
  trail: COMMUNITY_TRAIL,
  newTitle: 'A new community of practice',
  titleOf: ({ name }) => name,
  form: async ({ desk, workspace }) =>
    ok({
      base: { place: desk.actor.place, activity: [], members: [], conveners: [], links: [], state: 'potential' },
      intro: 'People stand here by place and role, as numbers and never by name.',
      sections: [
        {
          title: 'What it is for',
          fields: [
            field('text', 'name', { label: 'Name', hint: 'As its members call it.' }),
            field('words', 'purpose', { label: 'Purpose', hint: 'What its members want to get better at together.' }),
            choice('place', {
              label: 'Place that hosts it',
              hint: 'Whose lead may change this page.',
              options: placeOptions(desk, workspace),
            }),
            field('codes', 'requirements', {
              label: 'Requirements that it serves',
              hint: 'Ids of the blueprint, with blanks between them.',
            }),
          ],
        },
        {
          title: 'Who is in it',
          fields: [
            rows('members', {
              label: 'Members',
              columns: columns({
                place: 'place',
                role: 'role',
                'people#': 'people',
                from: 'from YYYY-MM',
                'until?': 'until, or empty',
              }),
            }),
            rows('conveners', {
              label: 'Conveners',
              columns: columns({
                office: 'office',
                place: 'place',
                from: 'from YYYY-MM',
                'until?': 'until, or empty',
                'successor?': 'successor’s office, or empty',
              }),
            }),
          ],
        },
        LIFE,
      ],
    }),
  detail: communityDetail,
};

async function communityDetail({ request, desk, workspace, kept, shown }: DetailView<CommunityRecord>) {
  const [practices, questions, evidence, versions] = await Promise.all([
    keptRecords(desk, PRACTICES, null),
    mayEver(desk.actor, 'read', 'question') ? keptRecords(desk, QUESTIONS, null) : ok([]),
    verifiedEvidence(desk),
    versionsOf(desk, 'community', kept.id),
  ]);
  if (!practices.ok) return practices;
  if (!questions.ok) return questions;
  if (!evidence.ok) return evidence;
  if (!versions.ok) return versions;
  const { body } = kept;
  const { roles } = workspace.pack.system;
  const nameOf = (code: string) =>
    workspace.tree.byCode.get(code)?.name ?? roles.find(({ id }) => id === code)?.name ?? code;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p className="nhsuk-u-reading-width">{body.purpose}</p>
      <Particulars body={body} nameOf={nameOf} />
      <CommunityHealthNote state={body.state} health={communityHealth(body, thisMonthOf(desk))} />
      <Members body={body} nameOf={nameOf} />
      <CommunityEffectNote body={body} evidence={evidence.value} />
      <Practices
        practices={practices.value.filter((each) => each.body.community === kept.id)}
        community={kept.id}
        mayMake={mayEver(desk.actor, 'create', 'practice')}
      />
      {mayEver(desk.actor, 'read', 'question') ? (
        <Questions questions={questions.value.filter((each) => each.body.community === kept.id)} community={kept.id} />
      ) : null}
      {mayEver(desk.actor, 'change', 'community') ? (
        <>
          <h2 className="nhsuk-heading-m">What is next</h2>
          <p className="no-print">
            <a href={`/communities/${kept.id}/edit`}>Change its members, conveners, activity or links</a>
          </p>
          <NextStep {...{ request, desk, kept, shown }} kind="community" root="/communities" />
        </>
      ) : null}
      <VersionTable versions={versions.value} />
    </>,
  );
}

function Particulars({ body, nameOf }: MembersProps) {
  return (
    <SummaryList>
      <SummaryList.Row>
        <SummaryList.Key>Hosted by</SummaryList.Key>
        <SummaryList.Value>{nameOf(body.place)}</SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Serves</SummaryList.Key>
        <SummaryList.Value>
          <ul>
            {body.requirements.map((id) => (
              <li key={id}>
                <a href={`/blueprint/requirements/${encodeURIComponent(id)}`}>{id}</a>
              </li>
            ))}
          </ul>
        </SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Where its people meet</SummaryList.Key>
        <SummaryList.Value>
          {body.links.length === 0 ? (
            'No link yet'
          ) : (
            <ul>
              {body.links.map(({ title, address }) => (
                <li key={address}>
                  <a href={address} rel="noreferrer">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Conveners</SummaryList.Key>
        <SummaryList.Value>
          {body.conveners.length === 0 ? (
            'Nobody yet'
          ) : (
            <ul>
              {body.conveners.map((each) => (
                <li key={`${each.office} ${each.from}`}>
                  {each.office}, {nameOf(each.place)}, from {formatMonthName(each.from)}
                  {each.until === null ? '' : ` until ${formatMonthName(each.until)}`}
                  {each.successor === null ? '; no successor is named' : `; followed by ${each.successor}`}
                </li>
              ))}
            </ul>
          )}
        </SummaryList.Value>
      </SummaryList.Row>
    </SummaryList>
  );
}

/** Of the places that the reader may see; null for whoever may see none of it. */
async function verifiedEvidence(desk: Desk): Promise<Result<readonly EvidenceRecord[] | null>> {
  if (!mayEver(desk.actor, 'read', 'evidence')) return ok(null);
  const kept = await keptRecords(desk, { kind: 'evidence', schema: evidenceRecordSchema }, null);
  return kept.ok ? ok(kept.value.filter(({ state }) => state === 'verified').map(({ body }) => body)) : kept;
}

type MembersProps = { readonly body: CommunityRecord; readonly nameOf: (code: string) => string };

function Members({ body, nameOf }: MembersProps) {
  if (body.members.length === 0) return <p>No place has members in it yet. Its convener adds them.</p>;
  return (
    <div className="figures">
      <DataTable
        id="members"
        caption="Members by place and role"
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'role', label: 'Role', kind: 'text' },
          { key: 'people', label: 'People', kind: 'number' },
          { key: 'since', label: 'Since', kind: 'text' },
        ]}
        groups={singleGroup(
          body.members.map((each, index) => ({
            key: `${each.place} ${each.role} ${index}`,
            header: nameOf(each.place),
            cells: [
              nameOf(each.role),
              formatNumber(each.people),
              `${formatMonthName(each.from)}${each.until === null ? '' : ` until ${formatMonthName(each.until)}`}`,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

type PracticesProps = {
  readonly practices: readonly KeptRecord<PracticeRecord>[];
  readonly community: string;
  readonly mayMake: boolean;
};

function Practices({ practices, community, mayMake }: PracticesProps) {
  return (
    <section aria-labelledby="practices-heading">
      <h2 id="practices-heading">Practices that it looks after</h2>
      {practices.length === 0 ? <p>None yet.</p> : null}
      <ul>
        {practices.map(({ id, body }) => (
          <li key={id}>
            <a href={`/practices/${id}`}>{body.title}</a>, version {body.version}: taken up by{' '}
            {formatNumber(body.adopted.length)} of {formatNumber(body.audience.length)} places (
            {formatShare(body.adopted.length / Math.max(1, body.audience.length))})
          </li>
        ))}
      </ul>
      {mayMake ? (
        <p className="no-print">
          <a href={`/practices/new?community=${encodeURIComponent(community)}`}>Add a practice</a>
        </p>
      ) : null}
    </section>
  );
}

type QuestionsProps = { readonly questions: readonly KeptRecord<QuestionRecord>[]; readonly community: string };

function Questions({ questions, community }: QuestionsProps) {
  const open = questions.filter(({ state }) => state !== 'closed');
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">Questions</h2>
      {open.length === 0 ? <p>None is open.</p> : null}
      <ul>
        {open.map(({ id, body }) => (
          <li key={id}>
            <a href={`/questions/${id}`}>{body.title}</a> ({body.state}, {formatMonthName(body.month)})
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href={`/questions/new?community=${encodeURIComponent(community)}`}>Ask a question</a>
      </p>
    </section>
  );
}
