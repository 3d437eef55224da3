// What agreements with suppliers lack by the rules of the pack, for the document of a place.
import { agreementFlaws, type AgreementRecord } from '#delivery';
import { plainRows, text, type PageSection } from '../blueprint/blueprint-page.ts';
import type { Pack } from '../ports.ts';

export type AgreementFlaw = { readonly agreement: string; readonly buyer: string; readonly flaw: string };

/** Of agreements that a place of `below` buys by and that are drafted or run; none where the pack states no rules. */
export function agreementFlawsIn(
  { agreementRules }: Pack,
  agreements: readonly AgreementRecord[],
  below: ReadonlySet<string>,
): readonly AgreementFlaw[] {
  if (agreementRules === null) return [];
  return agreements
    .filter(({ buyer, state }) => below.has(buyer) && RUNNING.has(state))
    .flatMap((each) =>
      agreementFlaws(each, agreementRules).map((flaw) => ({ agreement: each.title, buyer: each.buyer, flaw })),
    );
}

const RUNNING: ReadonlySet<AgreementRecord['state']> = new Set(['draft', 'agreed', 'live']);

export function agreementSection(flaws: readonly AgreementFlaw[]): PageSection {
  return {
    id: 'agreements',
    heading: 'Agreements that fall short of the rules',
    introduction: 'By the rules for agreements that the pack states; such rules have exceptions.',
    columns: [text('Agreement'), text('Buyer'), text('What it lacks')],
    groups: plainRows(flaws.map(({ agreement, buyer, flaw }) => [agreement, buyer, flaw])),
    whenEmpty: 'No agreement falls short of a rule.',
  };
}
