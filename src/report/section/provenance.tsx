// Where the figures come from, what they may be used for, how to get them again, and what the run complained of.
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

export function Sources({ reading }: { readonly reading: PlanReading }) {
  const { sources, figuresLicence } = reading.document;
  return (
    <ReportSection
      id="sources"
      heading="Sources"
      introduction={<p>Licence of the figures as a whole: {figuresLicence}.</p>}
    >
      {sources.length === 0 ? null : (
        <DataTable
          id="sources-table"
          caption="Sources of the figures"
          columns={[
            { key: 'title', label: 'Source', kind: 'text' },
            { key: 'publisher', label: 'Publisher', kind: 'text' },
            { key: 'date', label: 'Date', kind: 'text' },
            { key: 'kind', label: 'Kind', kind: 'text' },
            { key: 'licence', label: 'Licence', kind: 'text' },
          ]}
          groups={singleGroup(
            sources.map((source) => ({
              key: source.id,
              header: source.title,
              cells: [source.publisher, source.date, source.kind, source.licence],
            })),
          )}
          total={null}
        />
      )}
    </ReportSection>
  );
}

export function Limits({ reading }: { readonly reading: PlanReading }) {
  const { intendedUse, limits } = reading.document;
  return (
    <ReportSection id="limits" heading="Intended use and limits" introduction={<p>{intendedUse}</p>}>
      {limits.length === 0 ? null : (
        <ul className="sentences">
          {limits.map((limit, index) => (
            <li key={index}>{limit}</li>
          ))}
        </ul>
      )}
    </ReportSection>
  );
}

export function Replay({ reading }: { readonly reading: PlanReading }) {
  const { pack, scenario, seed, engine, asOf, tolerance } = reading.document;
  const command =
    `./cadre plan PATH/TO/inputs --scenario ${scenario.id} --mode ${engine.mode} ` +
    `--samples ${engine.samples} --seed ${seed} --as-of ${asOf}${tolerance === null ? '' : ` --tolerance ${tolerance}`}`;
  return (
    <ReportSection
      id="replay"
      heading="How to get these figures again"
      introduction={
        <p>
          The same pack, scenario, seed and version give the same figures to the last digit. The folder{' '}
          <code>inputs</code> beside this report holds the pack as it was.
        </p>
      }
    >
      <p className="command">
        <code>{command}</code>
      </p>
      <dl className="particulars">
        <div>
          <dt>Version</dt>
          <dd>Engine {engine.version}</dd>
        </div>
        <div>
          <dt>Pack</dt>
          <dd>
            {pack.name} {pack.version}
          </dd>
        </div>
        <div>
          <dt>SHA-256 of the pack</dt>
          <dd>
            <code className="hash">{pack.hash}</code>
          </dd>
        </div>
        <div>
          <dt>Scenario</dt>
          <dd>{scenario.name}</dd>
        </div>
        <div>
          <dt>Run</dt>
          <dd>
            {engine.mode}, {engine.samples} samples, seed {seed}
          </dd>
        </div>
      </dl>
      <p className="prose">{scenario.description}</p>
    </ReportSection>
  );
}

export function Notices({ reading }: { readonly reading: PlanReading }) {
  const { problems, warnings } = reading.document;
  const notices = [
    ...problems.map((one) => ({ ...one, weight: 'Problem' })),
    ...warnings.map((one) => ({ ...one, weight: 'Warning' })),
  ];
  return (
    <ReportSection
      id="notices"
      heading="Problems and warnings"
      introduction={notices.length === 0 ? <p>The run raised none.</p> : null}
    >
      {notices.length === 0 ? null : (
        <ul className="notices">
          {notices.map((notice, index) => (
            <li key={index}>
              <strong className="flag">{notice.weight}</strong> {notice.message}
              <span className="note">
                Where: {notice.path}. Next: {notice.hint}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ReportSection>
  );
}
