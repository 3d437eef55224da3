// The official turnover file as a month of evidence: who was in post, joined and left in each organisation.
import type { EvidenceRecord } from '#delivery';
import { formatMonth, ok, type Result } from '#kernel';
import type { Count } from './collect-organisations.ts';
import { CENTRAL_FUNCTIONS } from './layout.ts';
import { collectTurnover } from './read-turnover.ts';

/** Central functions are wider than the digital workforce, so the evidence is a proxy: it tells of rates and of no stock.
 *  @param file name of the file for messages   @param bytes the whole file
 *  @returns one reported month for each organisation, in the order of codes; people, not FTE */
export function readTurnoverEvidence(file: string, bytes: Uint8Array): Result<readonly EvidenceRecord[]> {
  const collected = collectTurnover(file, bytes);
  if (!collected.ok) return collected;
  const month = formatMonth(collected.value.month);
  const peopleOf = (counts: ReadonlyMap<string, Count>) => counts.get(CENTRAL_FUNCTIONS)?.headcount ?? 0;
  return ok(
    collected.value.organisations.map(({ code, counts }) => ({
      place: code,
      month,
      rows: [
        {
          family: '*',
          openingPeople: peopleOf(counts.start),
          closingPeople: peopleOf(counts.end),
          joiners: peopleOf(counts.joiners),
          leavers: peopleOf(counts.leavers),
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
    })),
  );
}
