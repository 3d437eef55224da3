// The official turnover file as a month of evidence: who was in post, joined and left in each organisation.
import type { EvidenceRecord } from '#delivery';
import { formatMonth, groupBy, ok, type Result } from '#kernel';
import type { Collected } from './collect-organisations.ts';
import { CENTRAL_FUNCTIONS } from './layout.ts';
import { collectTurnover } from './read-turnover.ts';

export type TurnoverFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Codes of places: an organisation counts for itself, else for its system, else its region. */
  readonly places: ReadonlySet<string>;
};

/** Central functions are wider than the digital workforce, so the evidence is a proxy: it tells of rates and of no stock.
 *  @returns one reported month for each place in the order of the file, and for each organisation that has none; people,
 *    not FTE */
export function readTurnoverEvidence({ name, bytes, places }: TurnoverFile): Result<readonly EvidenceRecord[]> {
  const collected = collectTurnover(name, bytes);
  if (!collected.ok) return collected;
  const month = formatMonth(collected.value.month);
  const byPlace = groupBy(
    collected.value.organisations,
    ({ code, system, region }) => [code, system.code, region.code].find((each) => places.has(each)) ?? code,
  );
  return ok([...byPlace].map(([place, organisations]) => evidenceOf({ place, month }, organisations)));
}

type Organisations = Collected['organisations'];

function evidenceOf(
  { place, month }: { readonly place: string; readonly month: string },
  organisations: Organisations,
): EvidenceRecord {
  const people = (measure: 'start' | 'end' | 'joiners' | 'leavers') =>
    organisations.reduce((sum, { counts }) => sum + (counts[measure].get(CENTRAL_FUNCTIONS)?.headcount ?? 0), 0);
  return {
    place,
    month,
    rows: [
      {
        family: '*',
        openingPeople: people('start'),
        closingPeople: people('end'),
        joiners: people('joiners'),
        leavers: people('leavers'),
        completers: 0,
        demandPeople: null,
      },
    ],
    cohorts: [],
    source: {
      title: `NHS Workforce Statistics, turnover by organisation and staff group, Central functions, ${month}`,
      publisher: 'NHS England',
      kind: 'proxy',
      licence: 'OGL-UK-3.0',
    },
    state: 'reported',
    reason: null,
  };
}
