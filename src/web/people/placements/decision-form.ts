// A decision on a round as its form says it: the office, the reason, and who goes elsewhere than proposed.
import type { PlacementRoundRecord } from '#pathways';
import type { FormProblem } from '../../shell/problem-summary.tsx';

type Decision = NonNullable<PlacementRoundRecord['decision']>;

export type ReadDecision =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export function readDecision(fields: Readonly<Record<string, string>>, month: string): ReadDecision {
  const [office, reason] = [fields['office'] ?? '', fields['reason'] ?? ''];
  const problems: FormProblem[] = [
    ...(office === '' ? [{ field: 'office', message: 'Name the office that decides.' }] : []),
    ...(reason.length < 3 ? [{ field: 'reason', message: 'Give the reason in a sentence.' }] : []),
  ];
  const lines = (fields['changes'] ?? '').split('\n').filter((line) => line.trim() !== '');
  const changes = lines.flatMap((line) => {
    const [person = '', place = '', why = ''] = line.split('|').map((cell) => cell.trim());
    if (person !== '' && why.length >= 3) return [{ person, place: place === '' ? null : place, reason: why }];
    problems.push({ field: 'changes', message: `“${line.trim()}” is not person | place | reason.` });
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, decision: { office, month, reason, changes } };
}
