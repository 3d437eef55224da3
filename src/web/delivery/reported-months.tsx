// What came in by file and waits for a second person: a whole month verified with one press.
import { Button } from 'nhsuk-react-components';
import type { EvidenceRecord } from '#delivery';
import { groupBy } from '#kernel';
import type { PageRequest } from '#http';
import { counted, formatMonthName } from '#report';
import type { KeptRecord } from '../record/kept-records.ts';
import { CsrfField } from '../shell/page-shell.tsx';

/** Fewer are verified one by one, where they are looked at. */
const FEWEST_AT_ONCE = 2;

export type ReportedMonthsProps = {
  readonly request: PageRequest;
  readonly place: string;
  readonly evidence: readonly KeptRecord<EvidenceRecord>[];
};

export function ReportedMonths({ request, place, evidence }: ReportedMonthsProps) {
  const reported = evidence.filter(({ body }) => body.state === 'reported');
  const months = [...groupBy(reported, ({ body }) => `${body.month} ${body.source.title}`)];
  return months
    .filter(([, same]) => same.length >= FEWEST_AT_ONCE)
    .map(([key, same]) => <ReportedMonth key={key} request={request} place={place} evidence={same} />);
}

function ReportedMonth({ request, place, evidence }: ReportedMonthsProps) {
  const [first] = evidence;
  if (first === undefined) return null;
  const { month, source } = first.body;
  const own = evidence.filter(({ changedBy }) => changedBy === request.actor?.id).length;
  const others = evidence.length - own;
  return (
    <form method="post" action={`/delivery/${place}/evidence/verify`} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="title" value={source.title} />
      <p>
        {source.title}: {others === 0 ? null : `${counted(others, 'place', 'places')} told by others. `}
        {own === 0 ? null : `${counted(own, 'place', 'places')} that you told wait for a second person.`}
      </p>
      {others === 0 ? null : <Button secondary>{`Verify ${formatMonthName(month)}`}</Button>}
    </form>
  );
}
