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
  const months = [...groupBy(reported, ({ body }) => `${body.month} ${body.source.title}`).values()];
  return months
    .filter((same) => same.length >= FEWEST_AT_ONCE)
    .map((same) => {
      const [first] = same;
      if (first === undefined) return null;
      const { month, source } = first.body;
      return (
        <form
          key={`${month} ${source.title}`}
          method="post"
          action={`/delivery/${place}/evidence/verify`}
          className="no-print"
        >
          <CsrfField request={request} />
          <input type="hidden" name="month" value={month} />
          <input type="hidden" name="title" value={source.title} />
          <p>
            {source.title}: {counted(same.length, 'place', 'places')}. Whoever sent it cannot verify it.
          </p>
          <Button secondary>{`Verify ${formatMonthName(month)}`}</Button>
        </form>
      );
    });
}
