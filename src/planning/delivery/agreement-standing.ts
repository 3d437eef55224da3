// How agreements with suppliers stand by the rules of the pack: each indicator in its words, and what an agreement lacks.
import { agreementFlaws, kpiRatings, type AgreementRecord, type KpiRating } from '#delivery';
import type { Month } from '#kernel';
import { plainRows, text, type PageSection } from '../blueprint/blueprint-page.ts';
import type { Pack } from '../ports.ts';
import type { ReportedAgreement } from './delivery-records.ts';

export type AgreementStanding = {
  readonly agreement: string;
  readonly buyer: string;
  /** None before the agreement is live. */
  readonly ratings: readonly KpiRating[];
  /** What the rules ask and it lacks, in sentences. */
  readonly flaws: readonly string[];
};

/** Of agreements that a place of `below` buys by, from the draft to the end; none where the pack states no rules. */
export function agreementStandings(
  { agreementRules: rules }: Pick<Pack, 'agreementRules'>,
  reported: readonly ReportedAgreement[],
  { below, now }: { readonly below: ReadonlySet<string>; readonly now: Month },
): readonly AgreementStanding[] {
  if (rules === null) return [];
  return reported
    .filter(({ agreement: { buyer, state } }) => below.has(buyer) && STANDING.has(state))
    .map(({ agreement, reports }) => ({
      agreement: agreement.title,
      buyer: agreement.buyer,
      ratings: agreement.state === 'live' ? kpiRatings(agreement, reports, { rules, now }) : [],
      flaws: agreementFlaws(agreement, rules),
    }));
}

const STANDING: ReadonlySet<AgreementRecord['state']> = new Set(['draft', 'agreed', 'live']);

export function agreementSections(standings: readonly AgreementStanding[]): readonly PageSection[] {
  return [
    {
      id: 'ratings',
      heading: 'How suppliers do',
      introduction: 'Each indicator of a live agreement by verified figures alone, in the words of the pack’s rules.',
      columns: [text('Agreement'), text('Indicator'), text('Rating'), text('Assessed'), text('Next assessment')],
      groups: plainRows(
        standings.flatMap(({ agreement, ratings }) =>
          ratings.map(({ title, rating, assessedIn, dueIn, isOverdue }) => [
            agreement,
            title,
            rating,
            assessedIn ?? 'not yet',
            isOverdue ? `overdue since ${dueIn}` : `by ${dueIn}`,
          ]),
        ),
      ),
      whenEmpty: 'No live agreement has an indicator that rules of the pack rate.',
    },
    {
      id: 'agreements',
      heading: 'What agreements lack',
      introduction:
        'By the rules that the pack states, which have exceptions; and every agreement is asked to pass on a skill.',
      columns: [text('Agreement'), text('Buyer'), text('What it lacks')],
      groups: plainRows(
        standings.flatMap(({ agreement, buyer, flaws }) => flaws.map((flaw) => [agreement, buyer, flaw])),
      ),
      whenEmpty: 'No agreement lacks anything that is asked.',
    },
  ];
}
