// The summary in words, with the figures it rests on and what a reader should be warned of.
import { counted, formatChance, formatCount, formatGbp, formatRange } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { estimateAt } from '../series-index.ts';
import { ReportSection } from './report-section.tsx';

export function Summary({ reading }: { readonly reading: PlanReading }) {
  const [lead, ...rest] = reading.document.summary;
  return (
    <ReportSection
      id="summary"
      heading="Summary"
      introduction={lead === undefined ? null : <p className="lead">{lead}</p>}
    >
      <Notices reading={reading} />
      <KeyFigures reading={reading} />
      {rest.length === 0 ? null : (
        <div className="prose">
          {rest.map((sentence, index) => (
            <p key={index}>{sentence}</p>
          ))}
        </div>
      )}
    </ReportSection>
  );
}

function Notices({ reading }: { readonly reading: PlanReading }) {
  const { problems, warnings } = reading.document;
  if (problems.length + warnings.length === 0) return null;
  const parts = [
    problems.length === 0 ? null : counted(problems.length, 'problem', 'problems'),
    warnings.length === 0 ? null : counted(warnings.length, 'warning', 'warnings'),
  ].filter((part) => part !== null);
  return (
    <p className="notice">
      This run raised {parts.join(' and ')}: <a href="#notices">read before you use the figures</a>.
    </p>
  );
}

type KeyFigure = { readonly label: string; readonly value: string; readonly note: string };

function KeyFigures({ reading }: { readonly reading: PlanReading }) {
  return (
    <dl className="key-figures">
      {keyFigures(reading).map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            <span className="figure">{figure.value}</span>
            <span className="note">{figure.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function keyFigures(reading: PlanReading): readonly KeyFigure[] {
  const { without, withPlan, nation, nameOf, lastIndex, document } = reading;
  const slice = { place: nation.code, family: '*' };
  const end = nameOf.month(lastIndex);
  const supply = estimateAt(without.find({ measure: 'fte', ...slice }), 0);
  const headcount = estimateAt(without.find({ measure: 'headcount', ...slice }), 0);
  const demand = estimateAt(without.find({ measure: 'demandFte', ...slice }), lastIndex);
  const before = estimateAt(without.find({ measure: 'shortageFte', ...slice }), lastIndex);
  const after = estimateAt(withPlan.find({ measure: 'shortageFte', ...slice }), lastIndex);
  const starts = document.interventions.reduce((sum, one) => sum + one.people, 0);
  const chance = document.chanceClosed.find((one) => one.place === nation.code);
  return [
    {
      label: `Digital FTE, ${nameOf.month(0)}`,
      value: formatCount(supply.mean),
      note: `range ${formatRange(supply)}; ${formatCount(headcount.mean)} people`,
    },
    { label: `Need, ${end}`, value: formatCount(demand.mean), note: `range ${formatRange(demand)}` },
    { label: 'Shortage then, as things go', value: formatCount(before.mean), note: `range ${formatRange(before)}` },
    { label: 'Shortage then, with the plan', value: formatCount(after.mean), note: `range ${formatRange(after)}` },
    {
      label: 'Chance that supply meets need',
      value: formatChance(chance?.after[lastIndex] ?? 0),
      note: `with the plan; ${formatChance(chance?.before[lastIndex] ?? 0)} as things go`,
    },
    {
      label: 'Cost of the plan’s starts',
      value: formatGbp(document.plan.programmeCostGbp),
      note: `for ${counted(Math.round(starts), 'start', 'starts')}; pay comes on top`,
    },
  ];
}
