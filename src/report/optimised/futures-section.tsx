// How the plan does in futures it was not made for, and how likely each requirement has its people.
import type { OptimiseDocument } from '#planning';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { formatChance, formatCount, formatShare } from '../number-format.ts';
import { ReportSection } from '../section/report-section.tsx';

type FuturesProps = {
  readonly document: OptimiseDocument;
  readonly risk: NonNullable<OptimiseDocument['risk']>;
};

export function FuturesSection({ risk }: FuturesProps) {
  return (
    <ReportSection id="futures" heading="Other futures" introduction={<p>{risk.sentence}</p>}>
      <ShortageTable risk={risk} />
      <ChanceTable risk={risk} />
    </ReportSection>
  );
}

function ShortageTable({ risk }: Pick<FuturesProps, 'risk'>) {
  const rows = [
    ['before', 'Without a plan, fresh futures', risk.before],
    ['known', 'With the plan, the futures it could be made on', risk.inSample],
    ['fresh', 'With the plan, fresh futures', risk.fresh],
  ] as const;
  return (
    <DataTable
      id="futures-table"
      caption={`Post-years short over the whole plan, in ${risk.futures} futures each`}
      columns={[
        { key: 'which', label: 'Futures', kind: 'text' },
        { key: 'mean', label: 'Mean', kind: 'number' },
        { key: 'tail', label: `Mean of the worst ${formatShare(risk.tailShare)}`, kind: 'number' },
      ]}
      groups={singleGroup(
        rows.map(([key, header, reading]) => ({
          key,
          header,
          cells: [formatCount(reading.meanFteYears), formatCount(reading.tailFteYears)],
        })),
      )}
      total={null}
    />
  );
}

function ChanceTable({ risk: { requirements } }: Pick<FuturesProps, 'risk'>) {
  if (requirements.length === 0) return null;
  return (
    <DataTable
      id="chances-table"
      caption="Chance that a requirement has its people: no more than one in twenty of the posts in its roles and places is empty"
      columns={[
        { key: 'requirement', label: 'Requirement', kind: 'text' },
        { key: 'mature-before', label: 'When mature, without', kind: 'number' },
        { key: 'mature-after', label: 'When mature, with the plan', kind: 'number' },
        { key: 'end-before', label: 'At the end, without', kind: 'number' },
        { key: 'end-after', label: 'At the end, with the plan', kind: 'number' },
      ]}
      groups={singleGroup(
        requirements.map((each) => ({
          key: each.requirement,
          header: (
            <>
              {each.title}
              <span className="note">{each.requirement}</span>
            </>
          ),
          cells: [
            formatChance(each.whenMature.before),
            formatChance(each.whenMature.after),
            formatChance(each.atEnd.before),
            formatChance(each.atEnd.after),
          ],
        })),
      )}
      total={null}
    />
  );
}
