// What an agreement pays by a month: line by line with its reason, from verified reports alone.
import { monthInWords, type Month } from '#kernel';
import { pounds } from '../pounds.ts';
import { monthOf } from '../record-fields.ts';
import type { AgreedOutcome, AgreedPayment, AgreementRecord } from './agreement-record.ts';
import { lastReport, type CountedReport } from './counted-reports.ts';
import { attainmentOf } from './kpi-ratings.ts';
import { transferReadings } from './knowledge-transfer.ts';

export type PaymentLine = {
  readonly payment: string;
  readonly kind: AgreedPayment['kind'];
  /** Whole pounds payable by the month in all; below 0 for what is taken back. */
  readonly dueGbp: number;
  readonly because: string;
};

export type PaymentStatement = { readonly lines: readonly PaymentLine[]; readonly totalGbp: number };

/** @returns one line for each payment of the agreement, and their sum, which is never below 0
 *  @source docs/model/delivery.md, eqs. 3 to 6 */
export function paymentStatement(
  agreement: AgreementRecord,
  reports: readonly CountedReport[],
  now: Month,
): PaymentStatement {
  const pay: Paying = { agreement, reports, now, heldShare: heldShareOf(agreement) };
  const earned = agreement.payments.map((payment) => earnedLine(payment, pay));
  const released = agreement.payments.map((payment, index) =>
    payment.kind === 'holdback' ? holdbackLine(payment, pay) : (earned[index] ?? null),
  );
  let left = released.reduce((sum, line) => sum + (line?.dueGbp ?? 0), 0);
  const lines = agreement.payments.flatMap((payment, index): readonly PaymentLine[] => {
    if (payment.kind !== 'clawback') return [released[index] ?? []].flat();
    const line = clawbackLine(payment, pay, left);
    left += line.dueGbp;
    return [line];
  });
  return { lines, totalGbp: left };
}

type Paying = {
  readonly agreement: AgreementRecord;
  readonly reports: readonly CountedReport[];
  readonly now: Month;
  readonly heldShare: number;
};

type PaymentOf<Kind extends AgreedPayment['kind']> = Extract<AgreedPayment, { kind: Kind }>;

function heldShareOf({ payments }: AgreementRecord): number {
  return Math.min(
    1,
    payments.reduce((sum, each) => sum + (each.kind === 'holdback' ? each.share : 0), 0),
  );
}

function earnedLine(payment: AgreedPayment, pay: Paying): PaymentLine | null {
  switch (payment.kind) {
    case 'fixed':
    case 'milestone':
      return stepLine(payment, pay);
    case 'outcome':
      return outcomeLine(payment, pay);
    case 'holdback':
    case 'clawback':
      return null;
  }
}

/** Pounds of a fixed or milestone payment that have been earned, before anything is held back. */
function earnedGbp(payment: PaymentOf<'fixed' | 'milestone'>, { reports, now }: Paying): number {
  if (payment.kind === 'fixed') return now >= monthOf(payment.dueMonth) ? payment.amountGbp : 0;
  const seen = reports.some(
    ({ subject, subjectId, month, value }) =>
      subject === 'milestone' && subjectId === payment.id && month <= now && value >= 1,
  );
  return seen ? payment.amountGbp : 0;
}

function stepLine(payment: PaymentOf<'fixed' | 'milestone'>, pay: Paying): PaymentLine {
  const earned = earnedGbp(payment, pay);
  const held = Math.round(earned * pay.heldShare);
  const dueGbp = earned - held;
  const what =
    payment.kind === 'fixed'
      ? `fixed, due in ${monthInWords(monthOf(payment.dueMonth))}`
      : `milestone '${payment.milestone}'`;
  const kept = held === 0 ? '' : `; ${pounds(held)} of ${pounds(earned)} is held back`;
  const because = earned === 0 ? `${what}: not ${payment.kind === 'fixed' ? 'due yet' : 'verified'}` : `${what}${kept}`;
  return { payment: payment.id, kind: payment.kind, dueGbp, because };
}

function outcomeLine(payment: PaymentOf<'outcome'>, pay: Paying): PaymentLine {
  const reading = outcomeReading(payment.outcome, pay);
  const dueGbp = Math.round(payment.amountGbp * reading.paidShare);
  return { payment: payment.id, kind: 'outcome', dueGbp, because: reading.because };
}

function holdbackLine(payment: PaymentOf<'holdback'>, pay: Paying): PaymentLine {
  const { agreement, reports, now, heldShare } = pay;
  const held = agreement.payments.reduce(
    (sum, each) =>
      each.kind === 'fixed' || each.kind === 'milestone' ? sum + Math.round(earnedGbp(each, pay) * heldShare) : sum,
    0,
  );
  const ofThis = heldShare === 0 ? 0 : Math.floor((held * payment.share) / heldShare);
  const isReleased =
    payment.releasedBy === 'outcomes'
      ? agreement.outcomes.every(({ id }) => outcomeReading(id, pay).paidShare === 1)
      : agreement.transfers.length > 0 &&
        transferReadings(agreement, reports, now).every(({ state }) => state === 'held');
  const condition =
    payment.releasedBy === 'outcomes' ? 'every outcome is at its target' : 'every skill is held by its post';
  return {
    payment: payment.id,
    kind: 'holdback',
    dueGbp: isReleased ? ofThis : 0,
    because: `${pounds(ofThis)} held back; ${isReleased ? `released, for ${condition}` : `released once ${condition}`}`,
  };
}

function clawbackLine(payment: PaymentOf<'clawback'>, pay: Paying, paidGbp: number): PaymentLine {
  const reading = outcomeReading(payment.outcome, pay);
  const isOver = reading.isOver && reading.paidShare === 0;
  const dueGbp = isOver ? -Math.min(payment.mostGbp, Math.max(0, paidGbp)) + 0 : 0;
  const because = isOver
    ? `taken back, at most ${pounds(payment.mostGbp)} and never more than was earned: ${reading.because}`
    : `nothing to take back: ${reading.because}`;
  return { payment: payment.id, kind: 'clawback', dueGbp, because };
}

type OutcomeReading = { readonly paidShare: number; readonly isOver: boolean; readonly because: string };

function outcomeReading(id: string, { agreement, reports, now }: Paying): OutcomeReading {
  const outcome = agreement.outcomes.find((each) => each.id === id);
  if (outcome === undefined) return { paidShare: 0, isOver: false, because: `no outcome '${id}' was agreed` };
  const [from, until] = [monthOf(outcome.windowFrom), monthOf(outcome.windowUntil)];
  const isOver = now > until;
  const seen = lastReport(reports, { subject: 'outcome', subjectId: id, from, until: Math.min(now, until) });
  if (seen === null)
    return { paidShare: 0, isOver, because: `'${outcome.title}' has no verified figure in its window` };
  const attributed = attributedValue(outcome, seen.value);
  const paidShare = paidShareOf(outcome, attributed);
  return {
    paidShare,
    isOver,
    because:
      `'${outcome.title}' was ${seen.value} ${outcome.unit} in ${monthInWords(seen.month)}, from ${outcome.baseline.value}; ` +
      `with ${Math.round(outcome.attributedShare * 1000) / 10}% of the change attributed it counts as ${attributed}, ` +
      `against a threshold of ${outcome.threshold} and a target of ${outcome.target}`,
  };
}

/** The baseline and the supplier's share of the change from it. */
function attributedValue({ baseline, attributedShare }: AgreedOutcome, value: number): number {
  return Math.round((baseline.value + (value - baseline.value) * attributedShare) * 1e6) / 1e6;
}

/** Nothing short of the threshold, all from the target on, and between them as far as the way from the baseline. */
function paidShareOf(outcome: AgreedOutcome, value: number): number {
  const way = (value - outcome.baseline.value) / (outcome.target - outcome.baseline.value);
  const isShort = outcome.threshold === outcome.target ? way < 1 : attainmentOf(value, outcome) < 0;
  return isShort ? 0 : Math.min(1, Math.max(0, way));
}
