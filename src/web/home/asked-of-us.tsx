// What the blueprint asks of a body next, and what of its commitments falls due: the dated half of a lead's first page.
import { signalsOf, type Signal } from '#blueprint';
import { noticesAhead } from '#delivery';
import { formatMonth, groupBy } from '#kernel';
import type { BlueprintView } from '#planning';
import { DataTable, formatMonthName, singleGroup } from '#report';
import type { PlaceCommitments } from '../delivery/load-commitments.ts';
import { undertakingLinks } from '../delivery/undertaking-name.ts';

/** As many dates as are read in a minute. */
const TOLD = 5;

const PARTS: Readonly<Record<Signal['part'], string>> = {
  accountable: 'answer for it',
  responsible: 'do the work',
  consulted: 'are asked',
  informed: 'are told',
};

const EVENTS: Readonly<Record<Signal['event'], string>> = {
  begins: 'begins',
  matures: 'is to be met in full',
  'departure-lapses': 'a departure from it lapses',
};

export function AskedOfUs({ blueprint, code }: { readonly blueprint: BlueprintView; readonly code: string }) {
  const list = signalsOf(blueprint.resolvedWhole, blueprint.pack.system.places).find(({ body }) => body === code);
  const ours = (list?.signals ?? []).filter(
    ({ month, part }) => month >= blueprint.month && (part === 'accountable' || part === 'responsible'),
  );
  const ahead = [...groupBy(ours, ({ month, requirement, event }) => `${month} ${requirement} ${event}`).values()];
  return (
    <section aria-labelledby="asked-heading">
      <h2 id="asked-heading">What is asked of us next</h2>
      {ahead.length === 0 ? (
        <p>No date of the blueprint that you answer for or work on lies ahead.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="asked"
            caption={`The next ${Math.min(TOLD, ahead.length)} of ${ahead.length} dates of the blueprint`}
            columns={[
              { key: 'when', label: 'By', kind: 'text' },
              { key: 'what', label: 'Requirement', kind: 'text' },
              { key: 'event', label: 'What happens', kind: 'text' },
              { key: 'part', label: 'You', kind: 'text' },
            ]}
            groups={singleGroup(
              ahead.slice(0, TOLD).flatMap((parts) => {
                const [first] = parts;
                if (first === undefined) return [];
                const { month, requirement, event } = first;
                return {
                  key: `${month} ${requirement} ${event}`,
                  header: formatMonthName(formatMonth(month)),
                  cells: [
                    <a href={`/blueprint/requirements/${encodeURIComponent(requirement)}`}>
                      {requirement}: {blueprint.nameOf.requirement(requirement)}
                    </a>,
                    EVENTS[event],
                    parts.map(({ part }) => PARTS[part]).join(' and '),
                  ],
                };
              }),
            )}
            total={null}
          />
        </div>
      )}
      <nav aria-label="More of the blueprint" className="cluster no-print">
        <a href="/blueprint/ask/signals">Everything asked, by date</a>
        <a href="/blueprint/ask/resolve">What holds here</a>
        <a href="/blueprint/ask/conformance">How far we are</a>
      </nav>
    </section>
  );
}

/** Months ahead that count as soon. */
const SOON_MONTHS = 6;

export function FallsDue({ view: { place, commitments, now, workspace } }: { readonly view: PlaceCommitments }) {
  const linkOf = undertakingLinks(commitments, workspace);
  const due = noticesAhead(
    commitments.map(({ body }) => body),
    { now, within: SOON_MONTHS },
  );
  return (
    <section aria-labelledby="due-heading">
      <h2 id="due-heading">Who does what, and what falls due</h2>
      {commitments.length === 0 ? (
        <p className="nhsuk-u-reading-width">
          Nothing is undertaken yet. Accept your part of the <a href={`/plan/${place.code}`}>plan</a>, and each start
          becomes a commitment with an owner and a date.
        </p>
      ) : due.length === 0 ? (
        <p>Nothing falls due in the next {SOON_MONTHS} months.</p>
      ) : (
        <ul>
          {due.slice(0, TOLD).map(({ undertaking, what, monthsAhead, sentence, office }) => (
            <li key={`${undertaking} ${what}`}>
              {monthsAhead < 0 ? <b>Overdue: </b> : null}
              <a href={linkOf(undertaking).href}>{linkOf(undertaking).words}</a>: {sentence}. {office} acts.
            </li>
          ))}
        </ul>
      )}
      <p className="no-print">
        <a href={`/delivery/${place.code}`}>
          All {commitments.length === 0 ? '' : `${commitments.length} `}commitments
        </a>
      </p>
    </section>
  );
}
