// Checks delivery.yaml: words that differ, and steps that fall from the best word to one for all below.
import { type CheckContext, refers } from './context.ts';

export function checkDelivery(context: CheckContext): void {
  const { parts, flaws } = context;
  if (parts.delivery === null) return;
  const entry = parts.delivery;
  const { ratings, otherwise, source, attainmentSource } = entry.value.agreements;
  refers(context, { entry, field: ['agreements', 'source'], kind: 'source', id: source });
  refers(context, { entry, field: ['agreements', 'attainmentSource'], kind: 'source', id: attainmentSource });
  const words = new Set([otherwise]);
  let above = Number.POSITIVE_INFINITY;
  ratings.forEach(({ word, fromAttainment }, index) => {
    const field = ['agreements', 'ratings', index] as const;
    if (words.has(word)) {
      flaws.report({
        entry,
        field: [...field, 'word'],
        code: 'duplicate',
        value: word,
        rule: 'each rating has a word of its own, and `otherwise` another',
        hint: 'Give it another word, or delete it.',
      });
    }
    words.add(word);
    const isLast = index === ratings.length - 1;
    if ((fromAttainment === null) !== isLast || (fromAttainment ?? Number.NEGATIVE_INFINITY) >= above) {
      flaws.report({
        entry,
        field: [...field, 'fromAttainment'],
        code: 'inconsistent',
        value: fromAttainment,
        rule: 'ratings fall from the best to the last, which alone has null, for all below',
        hint: isLast ? 'Write null.' : 'Write a number below that of the rating before it.',
      });
    }
    above = fromAttainment ?? above;
  });
  if (ratings.length > 0) return;
  flaws.report({
    entry,
    field: ['agreements', 'ratings'],
    code: 'inconsistent',
    value: 'no rating',
    rule: 'there is one rating or more',
    hint: 'Add a line such as { word: Met, fromAttainment: 1 }, and last one whose fromAttainment is null.',
  });
}
