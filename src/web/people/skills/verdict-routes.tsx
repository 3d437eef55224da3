// The addresses of verification: what people of one's place ask to have verified, and a verdict with its reason.
import { InsetText, Button, Radios, Textarea } from 'nhsuk-react-components';
import { formatMonth } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import type { SkillEvidenceRecord } from '#pathways';
import { DataTable, formatMonthName, singleGroup } from '#report';
import { listAsked, namesOfMembers, putRecord, readEvidence, readRecord } from '#service';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { IssueForm } from '../badges/badge-part.tsx';
import { fieldsOf, monthOf, peoplePage } from '../people-page.tsx';
import { EvidenceSummary } from './evidence-page.tsx';
import { KIND_NAMES } from './passport-table.tsx';
import { skillNamer } from './skill-namer.ts';

export function verdictRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'verify', resource: 'skill-evidence', placeParam: null } as const;
  const at = '/people/verification';
  return [
    { method: 'GET', path: at, access, answer: (request) => askedPage(dress, request) },
    { method: 'GET', path: `${at}/:id`, access, answer: (request) => verdictPage(dress, request) },
    { method: 'POST', path: `${at}/:id`, access, answer: (request) => judge(dress, request) },
  ];
}

async function askedPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const asked = await listAsked(desk);
  if (!asked.ok) return asked;
  const names = await namesOfMembers(
    desk,
    asked.value.map(({ body }) => body.person),
  );
  if (!names.ok) return names;
  const nameOf = await skillNamer(request);
  if (!nameOf.ok) return nameOf;
  return peoplePage(dress, {
    request,
    title: 'Skills to verify',
    trail: [],
    children:
      asked.value.length === 0 ? (
        <InsetText>Nobody of your place waits for a verdict.</InsetText>
      ) : (
        <div className="figures">
          <DataTable
            id="asked"
            caption="Asked for, in no order of merit"
            columns={[
              { key: 'skill', label: 'Skill and level', kind: 'text' },
              { key: 'person', label: 'Person', kind: 'text' },
              { key: 'shown', label: 'Shown', kind: 'text' },
              { key: 'said', label: 'Said', kind: 'text' },
            ]}
            groups={singleGroup(
              asked.value.map(({ record, body }) => ({
                key: record.id,
                header: (
                  <a href={`/people/verification/${record.id}`}>
                    {nameOf.value(body.skill)}: {body.level}
                  </a>
                ),
                cells: [
                  names.value.get(body.person) ?? body.person,
                  body.shown === null ? '–' : KIND_NAMES[body.shown.kind],
                  formatMonthName(body.saidMonth),
                ],
              })),
            )}
            total={null}
          />
        </div>
      ),
  });
}

type Shown = { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly FormProblem[] };

async function verdictPage(dress: Dress, request: PageRequest, shown: Shown = { fields: {}, problems: [] }) {
  const desk = deskOf(request);
  const found = await readEvidence(desk, request.params['id'] ?? '');
  if (!found.ok) return found;
  const { body, record } = found.value;
  const names = await namesOfMembers(desk, [body.person, ...(body.verdict === null ? [] : [body.verdict.verifier])]);
  if (!names.ok) return names;
  const nameOf = await skillNamer(request);
  if (!nameOf.ok) return nameOf;
  const person = names.value.get(body.person) ?? body.person;
  const badge = await readRecord(desk, 'badge', record.id);
  return peoplePage(dress, {
    request,
    title: `${nameOf.value(body.skill)}: ${body.level}, ${person}`,
    trail: [{ label: 'Skills to verify', href: '/people/verification' }],
    problems: shown.problems,
    children: (
      <>
        <ProblemSummary problems={shown.problems} />
        <EvidenceSummary body={body} memberName={(id) => names.value.get(id) ?? id} />
        {body.state === 'asked' ? <VerdictForm request={request} version={record.version} {...shown} /> : null}
        {body.state === 'verified' ? <BadgeOf request={request} evidence={record.id} isIssued={badge.ok} /> : null}
      </>
    ),
  });
}

type BadgeOfProps = { readonly request: PageRequest; readonly evidence: string; readonly isIssued: boolean };

function BadgeOf({ request, evidence, isIssued }: BadgeOfProps) {
  if (!isIssued) return <IssueForm request={request} evidence={evidence} />;
  return (
    <p>
      <a href={`/people/badges/${encodeURIComponent(evidence)}`}>The badge that was issued for it</a>
    </p>
  );
}

type VerdictFormProps = Shown & { readonly request: PageRequest; readonly version: number };

function VerdictForm({ request, version, fields, problems }: VerdictFormProps) {
  const verdict = fieldAt('verdict', { fields, problems });
  return (
    <form method="post" action={request.path} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={version} />
      <Radios
        idPrefix="verdict"
        name="verdict"
        legend="Do you stand behind it?"
        {...('error' in verdict ? { error: verdict.error } : {})}
      >
        <Radios.Item id="verdict" value="verified" defaultChecked={fields['verdict'] === 'verified'}>
          Yes, I have seen it at this level
        </Radios.Item>
        <Radios.Item value="refused" defaultChecked={fields['verdict'] === 'refused'}>
          No, or not at this level
        </Radios.Item>
      </Radios>
      <Textarea
        {...fieldAt('reason', { fields, problems })}
        label="Reason"
        hint="The person reads it; it stays on record with your name."
        rows={3}
      />
      <Button>Give the verdict</Button>
    </form>
  );
}

async function judge(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await readEvidence(desk, request.params['id'] ?? '');
  if (!found.ok) return found;
  const fields = fieldsOf(request);
  const state = fields['verdict'] === 'verified' || fields['verdict'] === 'refused' ? fields['verdict'] : null;
  const reason = fields['reason'] ?? '';
  const problems: FormProblem[] = [
    ...(state === null ? [{ field: 'verdict', message: 'Say whether you stand behind it.' }] : []),
    ...(reason.length < 3 ? [{ field: 'reason', message: 'Give the reason in a sentence.' }] : []),
  ];
  if (state === null || problems.length > 0) return verdictPage(dress, request, { fields, problems });
  const { record, body } = found.value;
  const month = formatMonth(monthOf(request));
  const judged: SkillEvidenceRecord = { ...body, verdict: { verifier: desk.actor.id, month, reason }, state };
  const kept = await putRecord(desk, {
    kind: 'skill-evidence',
    id: record.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    action: 'verify',
    body: judged,
    summary: `Evidence of a skill was ${state}.`,
  });
  if (kept.ok) return onward(state === 'verified' ? request.path : '/people/verification');
  return verdictPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}
