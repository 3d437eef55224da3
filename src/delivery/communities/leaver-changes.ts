// Leavers before and after a community came to be, place by place, from verified evidence: what is compared of it.
import { groupBy, type Month } from '#kernel';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { monthOf } from '../record-fields.ts';
import type { CommunityRecord } from './community-record.ts';
import type { PlaceChange } from './difference-in-differences.ts';

export type LeaverChanges = {
  /** The month in which its first members joined: the year before is held against the year from then on. */
  readonly began: Month;
  readonly changes: readonly PlaceChange[];
};

const YEAR = 12;
/** Counted months without which a year says nothing. */
const FEWEST_MONTHS = 6;

/** Shares of people who leave in a year. A place counts as having members where some joined in the first year; one that
 *  joined later had none in either year.
 *  @param evidence that was verified
 *  @returns places that were counted before and after; null where nobody has joined yet
 *  @source docs/model/adoption.md, eq. 5 */
export function leaverChanges({ members }: CommunityRecord, evidence: readonly EvidenceRecord[]): LeaverChanges | null {
  if (members.length === 0) return null;
  const began = Math.min(...members.map(({ from }) => monthOf(from)));
  const joined = new Set(members.filter(({ from }) => monthOf(from) < began + YEAR).map(({ place }) => place));
  const changes = [...groupBy(evidence, ({ place }) => place)].flatMap(([place, its]): readonly PlaceChange[] => {
    const before = leaverShare(its, began - YEAR);
    const after = leaverShare(its, began);
    if (before === null || after === null) return [];
    return [{ place, hasMembers: joined.has(place), earlier: leaverShare(its, began - 2 * YEAR), before, after }];
  });
  return { began, changes };
}

/** Of those in post, the share who leave in a year, over the year from a month on; null where too little was counted. */
function leaverShare(evidence: readonly EvidenceRecord[], from: Month): number | null {
  const rows = evidence
    .filter(({ month }) => monthOf(month) >= from && monthOf(month) < from + YEAR)
    .map(({ rows: counted }) => ({
      leavers: counted.reduce((sum, { leavers }) => sum + leavers, 0),
      people: counted.reduce((sum, { openingPeople }) => sum + openingPeople, 0),
    }))
    .filter(({ people }) => people > 0);
  if (rows.length < FEWEST_MONTHS) return null;
  const perMonth = rows.reduce((sum, { leavers, people }) => sum + leavers / people, 0) / rows.length;
  return perMonth * YEAR;
}
