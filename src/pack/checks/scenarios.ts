// Checks scenarios and cases: overlays on what there is, levers that their mode needs, figures that a plan has.
import { formatMonth } from '#kernel';
import { type Assumption, RECRUITMENT_MODES, type Scenario } from '#workforce';
import { type Entry, partOf } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { type CheckContext, indexBy, refers } from './context.ts';
import { checkEntry, isParameter } from './register.ts';

export function checkScenarios(context: CheckContext): void {
  for (const entry of context.parts.scenarios) {
    const { ambition } = entry.value;
    if (ambition !== null)
      refers(context, { entry, field: ['ambition', 'source'], kind: 'source', id: ambition.source });
    const overlays = entry.value.assumptions.map((value, index) =>
      partOf(entry, value, { name: `assumption '${value.id}'`, field: ['assumptions', index] }),
    );
    indexBy(overlays, ({ id }) => id, context.flaws);
    for (const overlay of overlays) {
      checkEntry(context, overlay);
      checkOverlay(context, overlay);
    }
    checkLevers(context, entry);
  }
}

/** An overlay stands in place of an assumption of the same unit; only what the model asks for may be new. */
function checkOverlay({ known, flaws }: CheckContext, entry: Entry<Assumption>): void {
  const { id, unit } = entry.value;
  const replaced = known.assumption.get(id);
  if (replaced === undefined) {
    if (isParameter(id)) return;
    flaws.report({
      entry,
      field: ['id'],
      code: 'unknown-reference',
      value: id,
      rule: 'a scenario lays over assumptions of the register, and none there has that id',
      hint: `Write the id of an assumption${didYouMean(id, known.assumption.keys())}, or add it to the register first.`,
    });
  } else if (replaced.value.unit !== unit) {
    flaws.report({
      entry,
      field: ['unit'],
      code: 'wrong-unit',
      value: unit,
      rule: `the assumption it stands in place of is in ${replaced.value.unit} (${replaced.file} line ${replaced.at().line})`,
      hint: `Give its values in ${replaced.value.unit}.`,
    });
  }
}

const ESTABLISHMENT_LEVERS = ['establishment.level', 'vacancy.filled-monthly'] as const;

function checkLevers({ known, flaws }: CheckContext, entry: Entry<Scenario>): void {
  const { recruitment, assumptions } = entry.value;
  if (recruitment === 'trend') return;
  for (const lever of ESTABLISHMENT_LEVERS) {
    if (known.assumption.has(lever) || assumptions.some(({ id }) => id === lever)) continue;
    flaws.report({
      entry,
      field: ['recruitment'],
      code: 'not-found',
      value: recruitment,
      rule: `recruitment that fills an establishment needs the assumption '${lever}', which neither the scenario nor the register has`,
      hint: `Add '${lever}' to the scenario's assumptions, or recruit by ${RECRUITMENT_MODES[0]}.`,
    });
  }
}

export function checkCases(context: CheckContext): void {
  const { baseMonth, horizonMonths } = context.parts.head.value;
  for (const entry of context.parts.cases) {
    const { scenario, figure } = entry.value;
    refers(context, { entry, field: ['scenario'], kind: 'scenario', id: scenario });
    refers(context, { entry, field: ['figure', 'place'], kind: 'place', id: figure.place });
    if (figure.role !== '*') refers(context, { entry, field: ['figure', 'role'], kind: 'role', id: figure.role });
    if (figure.month >= baseMonth && figure.month <= baseMonth + horizonMonths) continue;
    context.flaws.report({
      entry,
      field: ['figure', 'month'],
      code: 'out-of-range',
      value: formatMonth(figure.month),
      rule: `the plan runs from ${formatMonth(baseMonth)} to ${formatMonth(baseMonth + horizonMonths)}`,
      hint: 'Name a month in that span.',
    });
  }
}
