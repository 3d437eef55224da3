// What of the commitments falls due soon or is overdue, so that whoever must act hears of it ahead of time.
import { formatMonth, monthInWords, type Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { CommitmentRecord, CommitmentState } from './commitment-record.ts';
import { lostPeopleOf, startedPeopleOf } from './register.ts';

export type Notice = {
  readonly undertaking: string;
  readonly accountablePlace: string;
  readonly office: string;
  readonly what: 'agree' | 'first-start' | 'last-start' | 'in-post';
  /** YYYY-MM, slips counted in. */
  readonly month: string;
  /** Below 0 where it is overdue. */
  readonly monthsAhead: number;
  readonly sentence: string;
};

/** @param asks.within months ahead that count as soon
 *  @returns what is overdue and what falls due, the earliest first */
export function noticesAhead(
  records: readonly CommitmentRecord[],
  asks: { readonly now: Month; readonly within: number },
): readonly Notice[] {
  return records
    .flatMap((record) => noticesOf(record, asks.now))
    .filter(({ monthsAhead }) => monthsAhead <= asks.within)
    .toSorted((one, other) => one.monthsAhead - other.monthsAhead || (one.undertaking < other.undertaking ? -1 : 1));
}

function noticesOf(record: CommitmentRecord, now: Month): readonly Notice[] {
  if (record.state === 'done' || record.state === 'withdrawn') return [];
  const notice = (what: Notice['what'], due: Month, words: string): Notice => ({
    undertaking: record.undertaking,
    accountablePlace: record.accountablePlace,
    office: record.office,
    what,
    month: formatMonth(due),
    monthsAhead: due - now,
    sentence: `${words} ${due < now ? 'were due in' : 'are due in'} ${monthInWords(due)}`,
  });
  const started = startedPeopleOf(record);
  const left = record.people - lostPeopleOf(record) - started;
  const first = monthOf(record.startMonth) + record.slipMonths;
  if (record.state === 'proposed') return [notice('agree', first, 'Agreement and the first starts')];
  if (left > 0 && started === 0) return [notice('first-start', first, `The first starts, of ${record.people} in all,`)];
  if (left > 0) {
    return [notice('last-start', monthOf(record.lastStartMonth) + record.slipMonths, `The last ${left} starts`)];
  }
  return [notice('in-post', monthOf(record.dueMonth) + record.slipMonths, 'Those who complete')];
}

/** The state that progress speaks for; a body may say worse of itself, and it withdraws by its own word alone. */
export function stateByProgress(record: CommitmentRecord, now: Month): CommitmentState {
  if (record.state === 'proposed' || record.state === 'withdrawn' || record.state === 'done') return record.state;
  const started = startedPeopleOf(record);
  if (started >= record.people) return now >= monthOf(record.dueMonth) ? 'done' : 'on-track';
  const [from, until] = [monthOf(record.startMonth), monthOf(record.lastStartMonth)];
  if (now > until) return 'late';
  if (now <= from) return record.slipMonths > 0 ? 'at-risk' : record.state === 'agreed' ? 'agreed' : 'on-track';
  const expected = (record.people * (now - from)) / (until - from + 1);
  return started < expected || record.slipMonths > 0 || record.lostPeople > 0 ? 'at-risk' : 'on-track';
}
