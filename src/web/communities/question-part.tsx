// One question to a community as pages: what was asked, who could answer it and why, and the answer.
import { Button, InsetText } from 'nhsuk-react-components';
import type { QuestionRecord } from '#delivery';
import { ok } from '#kernel';
import { DataTable, formatFineShare, formatMonthName, singleGroup } from '#report';
import { mayEver } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { choice, field, optional, optionsOf } from '../record/field-spec.ts';
import { keptRecords } from '../record/kept-records.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthText } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { NextStep } from '../record/next-step.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { COMMUNITIES, COMMUNITY_TRAIL, QUESTIONS } from './community-kinds.ts';

export const questionPart: RecordPart<QuestionRecord> = {
  ...QUESTIONS,
  resource: 'question',
  root: '/questions',
  part: 'communities',
  trail: COMMUNITY_TRAIL,
  newTitle: 'Ask a question',
  titleOf: ({ title }) => title,
  form: async ({ request, desk, kept }) => {
    const communities = await keptRecords(desk, COMMUNITIES, null);
    if (!communities.ok) return communities;
    const asked = {
      title: 'The question',
      fields: [
        field('text', 'title', { label: 'Question in a line', hint: 'As you would ask it across a table.' }),
        field('words', 'text', {
          label: 'What you want to know',
          hint: 'What you have tried, and what an answer would help you do. Name nobody.',
        }),
        choice('community', {
          label: 'Community',
          hint: 'Whose members you ask.',
          options: communities.value.map(({ id, body }) => ({ value: id, label: body.name })),
        }),
        field('text', 'skill', {
          label: 'Skill that it takes to answer',
          hint: 'FRAMEWORK/SKILL, as under People.',
        }),
        choice('level', {
          label: 'At which level',
          hint: 'The least that somebody must know to answer.',
          options: optionsOf(['awareness', 'working', 'practitioner', 'expert']),
        }),
        optional('text', 'requirement', {
          label: 'Requirement that it is about',
          hint: 'Its id in the blueprint, such as DPI-1.',
        }),
      ],
    };
    const answered = {
      title: 'The answer, once there is one',
      fields: [
        field('words', 'answer.summary', {
          label: 'In short',
          hint: 'The answer in a sentence or two; a link may say the rest.',
        }),
        optional('text', 'answer.address', { label: 'Where it is to be read', hint: 'Begins with https://' }),
      ],
    };
    return ok({
      base: {
        community: request.query['community'] ?? '',
        place: desk.actor.place,
        askedBy: desk.actor.id,
        month: thisMonthText(desk),
        level: 'working',
        routedTo: [],
        answer: null,
        state: 'asked',
      },
      intro:
        'The talk itself goes on where your community meets; what is kept here is the question, who could answer it, and what came of it.',
      sections: kept === null ? [asked] : [asked, answered],
    });
  },
  detail: questionDetail,
};

async function questionDetail(view: DetailView<QuestionRecord>) {
  const { desk, kept, shown } = view;
  const { body } = kept;
  const isOwn = body.askedBy === desk.actor.id || desk.actor.role === 'national-planner';
  const facts = [
    ['Asked in', formatMonthName(body.month)],
    ['Skill', `${body.skill}, ${body.level}`],
    ['Requirement', body.requirement ?? 'none named'],
    [
      'Community',
      <a key="community" href={`/communities/${body.community}`}>
        its page
      </a>,
    ],
  ] as const;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      <p className="nhsuk-u-reading-width">{body.text}</p>
      <FactList facts={facts} />
      {body.answer === null ? null : (
        <InsetText>
          {body.answer.summary}{' '}
          {body.answer.address === null ? null : <a href={body.answer.address}>Read it in full</a>}
        </InsetText>
      )}
      <RoutedTo body={body} />
      {isOwn && mayEver(desk.actor, 'change', 'question') ? <NextSteps {...view} /> : null}
    </>,
  );
}

function RoutedTo({ body }: { readonly body: QuestionRecord }) {
  if (body.routedTo.length === 0) return null;
  return (
    <div className="figures">
      <DataTable
        id="routed-to"
        caption="Who could answer, the best first"
        columns={[
          { key: 'member', label: 'Member', kind: 'text' },
          { key: 'score', label: 'Fit', kind: 'number' },
          { key: 'because', label: 'Because', kind: 'text' },
        ]}
        groups={singleGroup(
          body.routedTo.map(({ member, score, because }) => ({
            key: member,
            header: member,
            cells: [formatFineShare(score), because],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function NextSteps({ request, desk, kept, shown }: DetailView<QuestionRecord>) {
  return (
    <>
      {kept.state === 'asked' ? (
        <form method="post" action={`/questions/${kept.id}/route`} className="no-print">
          <CsrfField request={request} />
          <input type="hidden" name="madeFrom" value={kept.version} />
          <Button>Find who can answer</Button>
        </form>
      ) : null}
      <p className="no-print">
        <a href={`/questions/${kept.id}/edit`}>Change the question or write down its answer</a>
      </p>
      <NextStep {...{ request, desk, kept, shown }} kind="question" root="/questions" />
    </>
  );
}
