// Checks the correlations of the register: each between two known assumptions that vary, once, and all possible together.
import { correlatedGroups, type Correlation } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { type CheckContext, refers } from './context.ts';

export function checkCorrelations(context: CheckContext): void {
  const { parts, flaws } = context;
  const before = new Map<string, Entry<Correlation>>();
  const sound = parts.correlations.filter(
    (entry) => checkCorrelation(context, entry) && isFirst(context, entry, before),
  );
  if (sound.length < parts.correlations.length) return;
  const ids = parts.assumptions.filter(({ value }) => value.spread !== null).map(({ value }) => value.id);
  // Told at the first that cannot hold beside those before it.
  const clash = sound.find((_, index) => correlatedGroups(ids, valuesTo(sound, index)) === null);
  if (clash === undefined) return;
  flaws.report({
    entry: clash,
    field: ['rank'],
    code: 'inconsistent',
    value: clash.value.rank,
    rule: 'no values can have this correlation beside those before it: two that go with a third cannot go freely against each other',
    hint: 'Bring the correlations of these assumptions nearer to 0, or state those between all of them that go together.',
  });
}

function valuesTo(entries: readonly Entry<Correlation>[], last: number): readonly Correlation[] {
  return entries.slice(0, last + 1).map(({ value }) => value);
}

function checkCorrelation(context: CheckContext, entry: Entry<Correlation>): boolean {
  const { between, source } = entry.value;
  const isSourced = refers(context, { entry, field: ['source'], kind: 'source', id: source });
  const vary = between.map((id, index) => {
    const field = ['between', index];
    if (!refers(context, { entry, field, kind: 'assumption', id })) return false;
    if (context.known.assumption.get(id)?.value.spread !== null) return true;
    context.flaws.report({
      entry,
      field,
      code: 'inconsistent',
      value: id,
      rule: 'it has no spread, and what is certain goes up and down with nothing',
      hint: 'Give the assumption a spread, or take the correlation out.',
    });
    return false;
  });
  return isSourced && vary.every(Boolean);
}

function isFirst({ flaws }: CheckContext, entry: Entry<Correlation>, before: Map<string, Entry<Correlation>>): boolean {
  const key = entry.value.between.toSorted().join(' ');
  const first = before.get(key);
  if (first === undefined) {
    before.set(key, entry);
    return true;
  }
  flaws.report({
    entry,
    field: ['between'],
    code: 'duplicate',
    value: entry.value.between.join(', '),
    rule: `${first.file} line ${first.at().line} states their correlation already`,
    hint: 'Delete one of the two.',
  });
  return false;
}
