// What the law or a body's own rules ask of agreements, as data of a pack, and where an agreement falls short of it.
import type { AgreementRecord } from './agreement-record.ts';
import { pounds } from '../pounds.ts';

/** Rules for agreements: how many indicators, how often assessed, and the words that performance is rated in. */
export type AgreementRules = {
  /** So many indicators at least, for agreements worth more than `aboveGbp`, whole pounds. */
  readonly leastKpis: number;
  readonly aboveGbp: number;
  /** Each indicator is assessed at least once in so many months. */
  readonly assessedEveryMonths: number;
  /** Best first. A word holds from its attainment upwards, 0 at the threshold and 1 at the target; the last holds for
   *  all below. */
  readonly ratings: readonly { readonly word: string; readonly fromAttainment: number | null }[];
  /** The word for what no rating describes. */
  readonly otherwise: string;
  /** Id of a source of the pack: whose rules and words these are. */
  readonly source: string;
  /** Id of a source of the pack: who says at which attainment each word begins. */
  readonly attainmentSource: string;
};

/** By the rules, and, whatever they say, that a skill passes to a post of one's own.
 *  @returns what an agreement lacks, in sentences */
export function agreementFlaws(agreement: AgreementRecord, rules: AgreementRules): readonly string[] {
  const flaws: string[] = [];
  const { kpis, valueGbp, title } = agreement;
  if (valueGbp > rules.aboveGbp && kpis.length < rules.leastKpis) {
    flaws.push(
      `Performance indicators of '${title}': ${kpis.length}; above ${pounds(rules.aboveGbp)} the rule is at least ${rules.leastKpis}`,
    );
  }
  for (const { title: name, everyMonths } of kpis) {
    if (everyMonths > rules.assessedEveryMonths) {
      flaws.push(
        `'${name}' is assessed every ${everyMonths} months; the rule is every ${rules.assessedEveryMonths} months or sooner`,
      );
    }
  }
  if (agreement.transfers.length === 0) flaws.push(`'${title}' transfers no skill to a post of one's own`);
  return flaws;
}
