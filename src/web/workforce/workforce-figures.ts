// The rule by which people in post are published, in words.
import type { Pack } from '#planning';

/** The rule of publication in a sentence, to stand beneath every table that it bears on. */
export function ruleSentence({ rule }: NonNullable<Pack['published']>): string {
  return (
    `Counts of ${rule.hideFrom} to ${rule.hideTo} people are hidden (*) and count as ${rule.countHiddenAs} in sums; the ` +
    `others are rounded to ${rule.roundTo}. Bands are spread as the role is in the nation. Rule “${rule.name}” ` +
    `${rule.version}.`
  );
}
