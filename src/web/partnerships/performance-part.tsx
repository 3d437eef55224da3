// One figure of performance as pages: the supplier reports it, and the verifier, who is never the supplier, judges it.
import { Button, TextInput } from 'nhsuk-react-components';
import type { PerformanceRecord } from '#delivery';
import { fail, ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { formatMonthName, formatNumber } from '#report';
import { mayEver, putRecord } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { field } from '../record/field-spec.ts';
import { keptRecord } from '../record/kept-records.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthText } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { nextStates, StepForm } from '../record/step-form.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary } from '../shell/problem-summary.tsx';
import { AGREEMENTS, PARTNERSHIP_TRAIL, PERFORMANCE } from './agreement-part.tsx';

export const performancePart: RecordPart<PerformanceRecord> = {
  ...PERFORMANCE,
  resource: 'performance',
  root: '/performance',
  part: 'partnerships',
  trail: PARTNERSHIP_TRAIL,
  newTitle: 'Report a figure',
  titleOf: ({ subject, subjectId, month }) => `${subject} ${subjectId}, ${formatMonthName(month)}`,
  form: async ({ request, desk }) => {
    const { agreement = '', subject = '', subjectId = '' } = request.query;
    const kept = await keptRecord(desk, AGREEMENTS, agreement);
    if (!kept.ok) return kept;
    return ok({
      base: {
        agreement,
        place: kept.value.body.buyer,
        supplier: kept.value.body.supplier.id,
        subject,
        subjectId,
        month: thisMonthText(desk),
        verifier: null,
        verifiedValue: null,
        reason: null,
        state: 'reported',
      },
      intro: `For '${kept.value.body.title}', ${subject} ${subjectId}. The verifier is ${kept.value.body.verifier.name}; whoever reports cannot verify.`,
      sections: [
        {
          title: 'What was measured',
          fields: [
            field('month', 'month', { label: 'Month' }),
            field('number', 'value', {
              label: 'Value',
              hint: 'For milestones and skills: 1 where it is so, 0 where not.',
            }),
            field('words', 'evidence', { label: 'What shows it', hint: 'And where it is to be seen.' }),
          ],
        },
      ],
    });
  },
  detail: performanceDetail,
};

/** The verdict of the verifier; reports are never edited, so there is no other form. */
export const verifyRoute: PageRoute = {
  method: 'POST',
  path: '/performance/:id/verify',
  access: { kind: 'permitted', action: 'verify', resource: 'performance', placeParam: null },
  answer: verify,
};

async function verify(request: PageRequest) {
  const desk = deskOf(request);
  const kept = await keptRecord(desk, PERFORMANCE, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  const text = fieldOf(request, 'verifiedValue');
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return fail<never>(noNumber(text));
  const body = {
    ...kept.value.body,
    state: 'verified',
    verifier: desk.actor.place,
    verifiedValue: value,
    reason: null,
  };
  const done = await putRecord(desk, {
    kind: 'performance',
    id: kept.value.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    body,
    action: 'verify',
    summary: 'A figure of an agreement was verified.',
  });
  return done.ok ? onward(`/performance/${kept.value.id}`) : done;
}

function noNumber(text: string) {
  return {
    code: 'schema',
    message: `'${text}' is not a number.`,
    path: 'verifiedValue',
    hint: 'Go back and write the value as you found it.',
  } as const;
}

async function performanceDetail(view: DetailView<PerformanceRecord>) {
  const { desk, kept, shown } = view;
  const [versions, agreement] = await Promise.all([
    versionsOf(desk, 'performance', kept.id),
    keptRecord(desk, AGREEMENTS, kept.body.agreement),
  ]);
  if (!versions.ok) return versions;
  if (!agreement.ok) return agreement;
  const { body } = kept;
  const facts = [
    [
      'Agreement',
      <a key="agreement" href={`/partnerships/${body.agreement}`}>
        {agreement.value.body.title}
      </a>,
    ],
    ['Reported', formatNumber(body.value)],
    ['What shows it', body.evidence],
    ['Verified', body.verifiedValue === null ? 'not yet' : `${formatNumber(body.verifiedValue)}, by ${body.verifier}`],
    ['Reason', body.reason ?? 'none'],
  ] as const;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      <FactList facts={facts} />
      <Judge view={view} verifier={agreement.value.body.verifier} />
      <VersionTable versions={versions.value} />
    </>,
  );
}

type JudgeProps = {
  readonly view: DetailView<PerformanceRecord>;
  readonly verifier: { readonly id: string; readonly name: string };
};

/** Shown to whoever speaks for the verifier alone. */
function Judge({ view, verifier }: JudgeProps) {
  const { request, desk, kept, shown } = view;
  const others = nextStates(desk, 'performance', kept.state).filter((state) => state !== 'verified');
  if (desk.actor.place !== verifier.id || others.length === 0) return null;
  if (!mayEver(desk.actor, 'verify', 'performance')) return null;
  return (
    <>
      <h2>Verify it</h2>
      <p className="nhsuk-u-reading-width">
        It counts only where the verifier whom the agreement names confirms it: {verifier.name}.
      </p>
      <form method="post" action={`/performance/${kept.id}/verify`} className="no-print">
        <CsrfField request={request} />
        <input type="hidden" name="madeFrom" value={kept.version} />
        <TextInput
          {...fieldAt('verifiedValue', { fields: { verifiedValue: String(kept.body.value) }, problems: [] })}
          label="Value as you found it"
          width="10"
        />
        <Button>Verify</Button>
      </form>
      <h2>Or dispute or refuse it</h2>
      <StepForm
        request={request}
        next={others}
        record={kept}
        action={`/performance/${kept.id}/state`}
        shown={shown}
        reasonLabel="Reason"
      />
    </>
  );
}
