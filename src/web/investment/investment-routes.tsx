// Investment: business cases, spend against plan, how much of it serves a standard, and what ends.
import { InsetText } from 'nhsuk-react-components';
import {
  disinvestments,
  flawOfCase,
  spendAgainstPlan,
  type BusinessCaseRecord,
  type SpendLine,
  type StandardsOf,
} from '#delivery';
import { groupBy } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, formatGbp, formatMonthName, formatShare, singleGroup } from '#report';
import { atWorkspace, mayEver } from '#service';
import { keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { newRecordRoutes, recordRoutes } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { casePart, CASES } from './case-part.tsx';
import { standardsAsked } from './standards-asked.ts';

export function investmentRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'business-case', placeParam: null } as const;
  return [
    { method: 'GET', path: '/investment', access, answer: (request) => listPage(dress, request) },
    ...newRecordRoutes(dress, casePart),
    ...recordRoutes(dress, casePart),
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const cases = await keptRecords(desk, CASES, null);
  if (!cases.ok) return cases;
  const asked = standardsAsked(desk, workspace.value);
  if (!asked.ok) return asked;
  const bodies = cases.value.map(({ body }) => body);
  return pageAnswer(dress, {
    request,
    title: 'Investment: what money is for, and what it brought',
    part: 'investment',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        {bodies.length === 0 ? (
          <InsetText>
            A business case ties money to a requirement, a standard, the commitments that it pays for and the outcome
            that it is to bring. None is on record yet. Begin with the largest sum of this year.
          </InsetText>
        ) : (
          <>
            <Cases cases={cases.value} asked={asked.value} />
            <Spend lines={spendAgainstPlan(bodies, asked.value)} />
            <WhatEnds cases={bodies} />
          </>
        )}
        {mayEver(desk.actor, 'create', 'business-case') ? (
          <p className="no-print">
            <a href="/investment/new">Write a business case</a>
          </p>
        ) : null}
        <p>
          <a href="/blueprint/ask/investment">The budget lines of the pack, and standards without money</a>
        </p>
      </>
    ),
  });
}

type CasesProps = { readonly cases: readonly KeptRecord<BusinessCaseRecord>[]; readonly asked: StandardsOf };

function Cases({ cases, asked }: CasesProps) {
  return (
    <div className="figures">
      <DataTable
        id="cases"
        caption="Business cases, and why one does not serve the blueprint"
        columns={[
          { key: 'title', label: 'Business case', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'place', label: 'Holds the money', kind: 'text' },
          { key: 'requirement', label: 'Requirement', kind: 'text' },
          { key: 'planned', label: 'Planned', kind: 'number' },
          { key: 'spent', label: 'Spent', kind: 'number' },
          { key: 'aligned', label: 'Serves a standard', kind: 'text' },
        ]}
        groups={singleGroup(
          cases.map(({ id, body }) => ({
            key: id,
            header: <a href={`/investment/${id}`}>{body.title}</a>,
            cells: [
              <StateTag key="state" state={body.state} />,
              body.place,
              body.requirement ?? 'none',
              formatGbp(body.planned.reduce((sum, { amountGbp }) => sum + amountGbp, 0)),
              formatGbp(body.spent.reduce((sum, { amountGbp }) => sum + amountGbp, 0)),
              flawOfCase(body, asked) ?? 'yes',
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** Years in order, each with what was planned, spent, and aligned. */
function Spend({ lines }: { readonly lines: readonly SpendLine[] }) {
  const years = [...groupBy(lines, ({ year }) => year)].toSorted(([one], [other]) => one - other);
  const sum = (its: readonly SpendLine[], of: (line: SpendLine) => number) =>
    its.reduce((total, line) => total + of(line), 0);
  return (
    <div className="figures">
      <DataTable
        id="spend"
        caption="Spend against plan, and the share of what is planned that serves a standard, year by year"
        columns={[
          { key: 'year', label: 'Financial year', kind: 'text' },
          { key: 'planned', label: 'Planned', kind: 'number' },
          { key: 'spent', label: 'Spent', kind: 'number' },
          { key: 'left', label: 'Not spent', kind: 'number' },
          { key: 'aligned', label: 'Serves a standard', kind: 'number' },
          { key: 'share', label: 'Share', kind: 'number' },
        ]}
        groups={singleGroup(
          years.map(([year, its]) => {
            const [planned, spent] = [sum(its, ({ plannedGbp }) => plannedGbp), sum(its, ({ spentGbp }) => spentGbp)];
            const aligned = sum(its, ({ alignedGbp }) => alignedGbp);
            return {
              key: String(year),
              header: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
              cells: [
                formatGbp(planned),
                formatGbp(spent),
                formatGbp(planned - spent),
                formatGbp(aligned),
                planned === 0 ? 'nothing planned' : formatShare(aligned / planned),
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

function WhatEnds({ cases }: { readonly cases: readonly BusinessCaseRecord[] }) {
  const ending = disinvestments(cases);
  if (ending.length === 0) return <p>No business case says what ends because of it.</p>;
  return (
    <div className="figures">
      <DataTable
        id="disinvestments"
        caption="What ends, and what that saves"
        columns={[
          { key: 'what', label: 'What ends', kind: 'text' },
          { key: 'from', label: 'From', kind: 'text' },
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'case', label: 'Because of', kind: 'text' },
          { key: 'saves', label: 'Saves a year', kind: 'number' },
        ]}
        groups={singleGroup(
          ending.map((each) => ({
            key: `${each.title} ${each.what}`,
            header: each.what,
            cells: [formatMonthName(each.fromMonth), each.place, each.title, formatGbp(each.savesGbpPerYear)],
          })),
        )}
        total={null}
      />
    </div>
  );
}
