// One business case as pages: what the money is for, what was planned and spent, what it is to bring, and what ends.
import { InsetText } from 'nhsuk-react-components';
import { businessCaseRecordSchema, flawOfCase, type BusinessCaseRecord } from '#delivery';
import { ok } from '#kernel';
import { DataTable, formatGbp, formatMonthName, formatNumber } from '#report';
import { mayEver } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { choice, columns, field, lines, optional, rows } from '../record/field-spec.ts';
import { placeOptions } from '../record/place-options.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { StateTag } from '../record/state-tag.tsx';
import { NextStep } from '../record/next-step.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { standardsAsked } from './standards-asked.ts';

export const CASES = { kind: 'business-case', schema: businessCaseRecordSchema } as const;

export const casePart: RecordPart<BusinessCaseRecord> = {
  ...CASES,
  resource: 'business-case',
  root: '/investment',
  part: 'investment',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'Investment', href: '/investment' },
  ],
  newTitle: 'A new business case',
  titleOf: ({ title }) => title,
  form: async ({ desk, workspace }) => {
    const options = placeOptions(desk, workspace);
    const { place } = desk.actor;
    return ok({
      base: { place, beneficiary: place, planned: [], spent: [], outcomes: [], disinvests: [], state: 'draft' },
      intro:
        'Money is aligned where it names a requirement, a standard that the requirement is to meet, and an outcome.',
      sections: [
        {
          title: 'What it is for',
          fields: [
            field('text', 'title', { label: 'Title', hint: 'What the money is for, in a line.' }),
            choice('place', { label: 'Place that holds the money', hint: 'Whose budget it is.', options }),
            choice('beneficiary', {
              label: 'Place that it is spent for',
              hint: 'Where the outcome is to be seen; often the same.',
              options,
            }),
            field('text', 'office', { label: 'Office', hint: 'An office or role, never a person’s name.' }),
            field('text', 'fund', { label: 'Fund', hint: 'As the budget lines of the pack name it.' }),
            optional('text', 'requirement', { label: 'Requirement', hint: 'Id in the blueprint.' }),
            lines('standards', { label: 'Standards' }),
            lines('commitments', { label: 'Commitments that it pays for, PLACE/CHANNEL/FAMILY/YEAR' }),
          ],
        },
        {
          title: 'Money and outcomes',
          fields: [
            rows('planned', {
              label: 'Planned',
              columns: columns({ 'year#': 'financial year from April', 'amountGbp#': '£' }),
            }),
            rows('spent', {
              label: 'Spent; an earlier line is never changed',
              columns: columns({ month: 'month YYYY-MM', 'amountGbp#': '£', what: 'for what' }),
            }),
            rows('outcomes', {
              label: 'Outcomes',
              columns: columns({
                measure: 'measure',
                unit: 'unit',
                'baseline#': 'baseline',
                'target#': 'target',
                month: 'by YYYY-MM',
              }),
            }),
            rows('disinvests', {
              label: 'What ends because of it',
              columns: columns({ what: 'what', fromMonth: 'from YYYY-MM', 'savesGbpPerYear#': '£ saved a year' }),
            }),
          ],
        },
      ],
    });
  },
  detail: caseDetail,
};

async function caseDetail({ request, desk, workspace, kept, shown }: DetailView<BusinessCaseRecord>) {
  const [versions, asked] = [await versionsOf(desk, 'business-case', kept.id), standardsAsked(desk, workspace)];
  if (!versions.ok) return versions;
  if (!asked.ok) return asked;
  const { body } = kept;
  const flaw = flawOfCase(body, asked.value);
  const nameOf = (code: string) => workspace.tree.byCode.get(code)?.name ?? code;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      {flaw === null ? <p>It is aligned with the blueprint.</p> : <InsetText>{flaw}.</InsetText>}
      <Particulars body={body} nameOf={nameOf} />
      <Money body={body} />
      {mayEver(desk.actor, 'change', 'business-case') ? (
        <>
          <p className="no-print">
            <a href={`/investment/${kept.id}/edit`}>Change it, or say what was spent</a>
          </p>
          <NextStep {...{ request, desk, kept, shown }} kind="business-case" root="/investment" />
        </>
      ) : null}
      <VersionTable versions={versions.value} />
    </>,
  );
}

type ParticularsProps = { readonly body: BusinessCaseRecord; readonly nameOf: (code: string) => string };

function Particulars({ body, nameOf }: ParticularsProps) {
  const facts = [
    ['Holds the money', `${nameOf(body.place)}, ${body.office}`],
    ['Spent for', nameOf(body.beneficiary)],
    ['Fund', body.fund],
    ['Requirement', body.requirement ?? 'none named'],
    ['Standards', body.standards.join('; ') || 'none named'],
    ['Commitments', body.commitments.join(', ') || 'none named'],
    [
      'Outcomes',
      body.outcomes
        .map(
          (each) =>
            `${each.measure}: ${formatNumber(each.baseline)} to ${formatNumber(each.target)} ${each.unit} by ${formatMonthName(each.month)}`,
        )
        .join('; ') || 'none named',
    ],
    [
      'What ends',
      body.disinvests
        .map(
          (each) => `${each.what}, from ${formatMonthName(each.fromMonth)}, ${formatGbp(each.savesGbpPerYear)} a year`,
        )
        .join('; ') || 'nothing named',
    ],
  ] as const;
  return <FactList facts={facts} />;
}

function Money({ body }: { readonly body: BusinessCaseRecord }) {
  if (body.planned.length === 0 && body.spent.length === 0) return <p>No money is planned or spent yet.</p>;
  const sum = (amounts: readonly { readonly amountGbp: number }[]) =>
    amounts.reduce((total, { amountGbp }) => total + amountGbp, 0);
  return (
    <div className="figures">
      <DataTable
        id="money"
        caption="Planned and spent"
        columns={[
          { key: 'when', label: 'When', kind: 'text' },
          { key: 'what', label: 'What', kind: 'text' },
          { key: 'amount', label: 'Amount', kind: 'number' },
        ]}
        groups={[
          {
            key: 'planned',
            heading: `Planned: ${formatGbp(sum(body.planned))}`,
            rows: body.planned.map(({ year, amountGbp }) => ({
              key: String(year),
              header: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
              cells: ['', formatGbp(amountGbp)],
            })),
          },
          {
            key: 'spent',
            heading: `Spent: ${formatGbp(sum(body.spent))}`,
            rows: body.spent.map(({ month, what, amountGbp }, index) => ({
              key: `${month} ${index}`,
              header: formatMonthName(month),
              cells: [what, formatGbp(amountGbp)],
            })),
          },
        ].filter((group) => group.rows.length > 0)}
        total={null}
      />
    </div>
  );
}
