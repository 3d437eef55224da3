// Checks disclosure.yaml: a range that is one, and a stand-in that lies in it.
import { type CheckContext, refers } from './context.ts';

export function checkDisclosure(context: CheckContext): void {
  const { parts, flaws } = context;
  if (parts.disclosure === null) return;
  const entry = parts.disclosure;
  const { hideFrom, hideTo, countHiddenAs, source } = entry.value;
  refers(context, { entry, field: ['source'], kind: 'source', id: source });
  if (hideTo < hideFrom) {
    flaws.report({
      entry,
      field: ['hideTo'],
      code: 'inconsistent',
      value: hideTo,
      rule: `counts are hidden from ${hideFrom} people on, both ends included`,
      hint: `Write ${hideFrom} or more.`,
    });
    return;
  }
  if (countHiddenAs < hideFrom || countHiddenAs > hideTo) {
    flaws.report({
      entry,
      field: ['countHiddenAs'],
      code: 'out-of-range',
      value: countHiddenAs,
      rule: `a hidden count is one of ${hideFrom} to ${hideTo} people`,
      hint: `Write a whole number from ${hideFrom} to ${hideTo}, such as ${Math.floor((hideFrom + hideTo) / 2)}.`,
    });
  }
}
