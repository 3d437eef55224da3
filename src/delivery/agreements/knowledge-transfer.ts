// Knowledge transfer: which posts of one's own hold the skill that was agreed, verified, and still hold it months on.
import type { Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { AgreementRecord } from './agreement-record.ts';
import { lastReport, type CountedReport } from './counted-reports.ts';

const TRANSFER_STATES = ['open', 'late', 'reached', 'held', 'lost'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export type TransferReading = AgreementRecord['transfers'][number] & { readonly state: TransferState };

/** Reached where a verifier saw the skill at its level; held where it was seen again so many months on; lost where it was
 *  then not. */
export function transferReadings(
  agreement: AgreementRecord,
  reports: readonly CountedReport[],
  now: Month,
): readonly TransferReading[] {
  return agreement.transfers.map((transfer) => ({ ...transfer, state: stateOf(transfer, reports, now) }));
}

function stateOf(
  transfer: AgreementRecord['transfers'][number],
  reports: readonly CountedReport[],
  now: Month,
): TransferState {
  const seen = reports.find(
    ({ subject, subjectId, month, value }) =>
      subject === 'transfer' && subjectId === transfer.id && month <= now && value >= 1,
  );
  if (seen === undefined) return now > monthOf(transfer.byMonth) ? 'late' : 'open';
  if (transfer.heldMonths === 0) return 'held';
  const from = seen.month + transfer.heldMonths;
  const again = lastReport(reports, { subject: 'held', subjectId: transfer.id, from, until: now });
  if (again === null) return 'reached';
  return again.value >= 1 ? 'held' : 'lost';
}
