// The head of the report: what this is, of which system, in which scenario, and what it may be used for.
import { formatMonthName } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';

export function Masthead({ reading }: { readonly reading: PlanReading }) {
  const { document, nation, nameOf, lastIndex } = reading;
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        {nation.name}
        <span className="title-rest">
          Digital health workforce plan, {nameOf.month(0)} to {nameOf.month(lastIndex)}
        </span>
      </h1>
      <p className="intended-use">
        <strong className="badge">{standing(document)}</strong> {document.intendedUse}
      </p>
      <dl className="particulars">
        <div>
          <dt>Scenario</dt>
          <dd>{document.scenario.name}</dd>
        </div>
        <div>
          <dt>Base month</dt>
          <dd>{nameOf.month(0)}</dd>
        </div>
        <div>
          <dt>Pack</dt>
          <dd>
            {document.pack.name} {document.pack.version}
          </dd>
        </div>
        <div>
          <dt>Blueprint</dt>
          <dd>
            {document.blueprint.title}, version {document.blueprint.version} ({document.blueprint.status})
          </dd>
        </div>
        <div>
          <dt>Review dates read as of</dt>
          <dd>{formatMonthName(document.asOf)}</dd>
        </div>
      </dl>
    </header>
  );
}

/** Until somebody has signed for every assumption, a plan illustrates and does not commit. */
function standing(document: PlanReading['document']): string {
  const isSigned = document.assumptions.length > 0 && document.assumptions.every((one) => one.signedOffBy !== null);
  return isSigned ? 'Signed off' : 'Illustrative';
}
