// One practice as pages: its owner, version and evidence, who took it up, and how fast it spreads.
import { InsetText } from 'nhsuk-react-components';
import type { PracticeRecord } from '#delivery';
import { ok } from '#kernel';
import { DataTable, formatMonthName, singleGroup } from '#report';
import { mayEver } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { columns, choice, field, optional, rows, type FormSection } from '../record/field-spec.ts';
import { keptRecords } from '../record/kept-records.ts';
import { placeOptions } from '../record/place-options.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthOf } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { NextStep } from '../record/next-step.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { AdoptionFigure } from './adoption-figure.tsx';
import { COMMUNITIES, COMMUNITY_TRAIL, PRACTICES, yearFrom } from './community-kinds.ts';

/** What speaks for a practice; the same on every form. */
const PROOF_SECTION: FormSection = {
  title: 'What shows that it works, and who took it up',
  fields: [
    rows('evidence', {
      label: 'Evidence; an earlier line is never changed',
      columns: columns({
        summary: 'what was found',
        kind: 'trial, comparison, before-and-after, case or opinion',
        month: 'month YYYY-MM',
        'address?': 'https://… or empty',
      }),
    }),
    field('codes', 'audience', {
      label: 'Places that could take it up',
      hint: 'Codes with blanks between them.',
    }),
    rows('adopted', {
      label: 'Taken up by; an earlier line is never changed',
      columns: columns({ place: 'place', month: 'month YYYY-MM', version: 'version' }),
    }),
  ],
};

export const practicePart: RecordPart<PracticeRecord> = {
  ...PRACTICES,
  resource: 'practice',
  root: '/practices',
  part: 'communities',
  trail: COMMUNITY_TRAIL,
  newTitle: 'A new practice',
  titleOf: ({ title }) => title,
  form: async ({ request, desk, workspace }) => {
    const communities = await keptRecords(desk, COMMUNITIES, null);
    if (!communities.ok) return communities;
    return ok({
      base: {
        community: request.query['community'] ?? '',
        place: desk.actor.place,
        version: '1',
        evidence: [],
        adopted: [],
        reviewBy: yearFrom(thisMonthOf(desk)),
        state: 'draft',
      },
      intro:
        'The practice itself stays where it is written; what is kept here is who owns it, what shows that it works, and who took it up.',
      sections: [
        {
          title: 'The practice',
          fields: [
            field('text', 'title', { label: 'Title', hint: 'What is done, in a line.' }),
            field('words', 'summary', {
              label: 'What it is',
              hint: 'Enough for somebody elsewhere to see whether it fits them.',
            }),
            choice('community', {
              label: 'Community that looks after it',
              hint: 'Whose members may change it.',
              options: communities.value.map(({ id, body }) => ({ value: id, label: body.name })),
            }),
            choice('place', {
              label: 'Place of its owner',
              hint: 'Where it comes from; that place keeps it up to date.',
              options: placeOptions(desk, workspace),
            }),
            field('text', 'office', { label: 'Owner', hint: 'An office or role, never a person’s name.' }),
            field('text', 'version', { label: 'Version', hint: 'Such as 1.0; raise it when what is done changes.' }),
            field('codes', 'requirements', { label: 'Requirements that it serves' }),
            optional('text', 'address', { label: 'Where it is to be read', hint: 'Begins with https://' }),
            field('month', 'reviewBy', { label: 'To be looked at again by' }),
          ],
        },
        PROOF_SECTION,
      ],
    });
  },
  detail: practiceDetail,
};

async function practiceDetail({ request, desk, workspace, kept, shown }: DetailView<PracticeRecord>) {
  const versions = await versionsOf(desk, 'practice', kept.id);
  if (!versions.ok) return versions;
  const { body } = kept;
  const nameOf = (code: string) => workspace.tree.byCode.get(code)?.name ?? code;
  const facts = [
    ['Owner', `${body.office}, ${nameOf(body.place)}`],
    ['Version', body.version],
    ['Serves', body.requirements.join(', ') || 'no requirement named'],
    ['To be looked at again by', formatMonthName(body.reviewBy)],
    [
      'To be read at',
      body.address === null ? (
        'no link'
      ) : (
        <a href={body.address} rel="noreferrer">
          {body.address}
        </a>
      ),
    ],
    ['Looked after by', <a href={`/communities/${body.community}`}>its community</a>],
  ] as const;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      <p className="nhsuk-u-reading-width">{body.summary}</p>
      <FactList facts={facts} />
      <EvidenceList body={body} />
      <AdoptionFigure practice={body} now={thisMonthOf(desk)} />
      <AdoptedBy body={body} nameOf={nameOf} />
      {mayEver(desk.actor, 'change', 'practice') ? (
        <>
          <p className="no-print">
            <a href={`/practices/${kept.id}/edit`}>Change it, add evidence, or say that a place took it up</a>
          </p>
          <NextStep {...{ request, desk, kept, shown }} kind="practice" root="/practices" />
        </>
      ) : null}
      <VersionTable versions={versions.value} />
    </>,
  );
}

function EvidenceList({ body }: { readonly body: PracticeRecord }) {
  return (
    <>
      <h2>What shows that it works</h2>
      {body.evidence.length === 0 ? (
        <InsetText>Nothing yet, so nothing is assumed of it.</InsetText>
      ) : (
        <ul>
          {body.evidence.map(({ summary, kind, month, address }) => (
            <li key={`${month} ${summary}`}>
              {kind.replaceAll('-', ' ')}, {formatMonthName(month)}:{' '}
              {address === null ? summary : <a href={address}>{summary}</a>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function AdoptedBy({ body, nameOf }: { readonly body: PracticeRecord; readonly nameOf: (code: string) => string }) {
  if (body.adopted.length === 0) return null;
  return (
    <div className="figures">
      <DataTable
        id="adopted"
        caption="Taken up by"
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'month', label: 'Month', kind: 'text' },
          { key: 'version', label: 'Version', kind: 'text' },
        ]}
        groups={singleGroup(
          body.adopted.map(({ place, month, version }) => ({
            key: `${place} ${month} ${version}`,
            header: nameOf(place),
            cells: [formatMonthName(month), version],
          })),
        )}
        total={null}
      />
    </div>
  );
}
