// Hides small numbers of people from readers of the command line: 1 to 7 are told as a few.
import type { Protect } from '#pathways';

/** The threshold of the rule that is used for secondary care: 1 to 7 are never told. */
const FEWEST_SHOWN = 8;
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const fewHidden: Protect = (count) =>
  count > 0 && count < FEWEST_SHOWN
    ? { shown: null, says: `1 to ${FEWEST_SHOWN - 1}` }
    : { shown: count, says: WHOLE.format(count) };
