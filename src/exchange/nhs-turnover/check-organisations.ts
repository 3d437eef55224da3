// Whether the file is whole and adds up: what no single row can tell.
import type { Collected, CollectedOrganisation, Count } from './collect-organisations.ts';
import type { Complaint, Complaints } from './complaints.ts';
import { ALL_STAFF, type RowType, TYPES } from './layout.ts';

/** Checks each organisation: both stocks are there, groups add up to all staff, nobody counts for much more than a
 *  person, and the month's stocks, joiners and leavers fit together. */
export function checkOrganisations(collected: Collected, complaints: Complaints): void {
  for (const organisation of collected.organisations) {
    const complain = (complaint: Pick<Complaint, 'code' | 'line' | 'message'>): void =>
      complaints.add({
        ...complaint,
        column: 1,
        message: `${organisation.code} ${organisation.name}: ${complaint.message}`,
        hint: 'The file was cut off or changed: download it again from the publisher and import it unchanged.',
      });
    checkShares(organisation, complain);
    checkSums(organisation, complain);
    checkMonth(organisation, complain);
  }
}

type Complain = (complaint: Pick<Complaint, 'code' | 'line' | 'message'>) => void;
const ROW_TYPES = ['start', 'end', 'joiners', 'leavers'] as const satisfies readonly RowType[];

/** A person with several part-time posts may count for a little more than one: at most a fifth, and one in a small
 *  group. In the file of October 2025 the worst is 3.0 FTE of 2 people. */
function checkShares(organisation: CollectedOrganisation, complain: Complain): void {
  for (const type of ROW_TYPES) {
    for (const [group, count] of organisation.counts[type]) {
      if (count.fte <= 1.2 * count.headcount + 1) continue;
      complain({
        code: 'inconsistent',
        line: count.line,
        message: `FTE of "${group}" is ${count.fte} and HC ${count.headcount}; people are at most about one full-time equivalent each`,
      });
    }
  }
}

/** The groups of an organisation add up to all staff: exactly but for rounding in FTE; in headcount a person in two groups counts
 *  in both, so that the sum may be higher, never lower. */
function checkSums(organisation: CollectedOrganisation, complain: Complain): void {
  for (const type of ROW_TYPES) {
    const counts = organisation.counts[type];
    const groups = [...counts].filter(([group]) => group !== ALL_STAFF).map(([, count]) => count);
    const all = counts.get(ALL_STAFF);
    const isStock = type === 'start' || type === 'end';
    if (all === undefined && (isStock || groups.length > 0)) {
      complain({
        code: 'inconsistent',
        line: groups[0]?.line ?? organisation.line,
        message: `there is no row "${TYPES[type]}" for "${ALL_STAFF}"; every organisation has one`,
      });
    }
    if (all === undefined) continue;
    const headcount = sum(groups, 'headcount');
    const fte = sum(groups, 'fte');
    if (headcount >= all.headcount && Math.abs(fte - all.fte) <= ROUNDING_FTE) continue;
    complain({
      code: 'inconsistent',
      line: all.line,
      message: `"${TYPES[type]}" of the staff groups adds up to HC ${headcount} and FTE ${tidy(fte)}, but "${ALL_STAFF}" is HC ${all.headcount} and FTE ${all.fte}; they agree in a whole file`,
    });
  }
}

/** Fourteen groups, rounded to five decimals or to fewer by another month's file. */
const ROUNDING_FTE = 0.08;

/** Opening stock and joiners less leavers is the closing stock, but for people who are recoded: in the file of October
 *  2025 at most 0.09% of the stock. */
function checkMonth(organisation: CollectedOrganisation, complain: Complain): void {
  const read = (type: RowType): number => organisation.counts[type].get(ALL_STAFF)?.headcount ?? 0;
  const [start, end, joiners, leavers] = [read('start'), read('end'), read('joiners'), read('leavers')];
  if (Math.abs(start + joiners - leavers - end) <= 0.0025 * Math.max(start, end) + 5) return;
  complain({
    code: 'inconsistent',
    line: organisation.counts.end.get(ALL_STAFF)?.line ?? organisation.line,
    message: `HC was ${start} at the start, ${joiners} joined and ${leavers} left, but it is ${end} at the end; opening stock and joiners less leavers is the closing stock`,
  });
}

function sum(counts: readonly Count[], field: 'headcount' | 'fte'): number {
  return counts.reduce((total, count) => total + count[field], 0);
}

function tidy(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
