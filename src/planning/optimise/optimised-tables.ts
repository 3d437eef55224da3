// An optimised plan as tables for spreadsheets: its starts, and the frontier where it was asked for.
import type { Table } from '../ports.ts';
import type { OptimiseDocument } from './optimise-document.ts';

export function optimisedTables({ starts, frontier }: OptimiseDocument): readonly Table[] {
  const startTable: Table = {
    name: 'starts',
    columns: ['channel', 'role', 'band', 'place', 'start_month', 'people', 'cost_gbp'],
    rows: starts.map((each) => [
      each.channel,
      each.role,
      each.band,
      each.place,
      each.startMonth,
      each.people,
      each.costGbp,
    ]),
  };
  if (frontier === null) return [startTable];
  return [
    startTable,
    {
      name: 'frontier',
      columns: ['point', 'budget_gbp', 'spent_gbp', 'pay_gbp', 'short_fte_years', 'last_short_fte', 'people'],
      rows: frontier.points.map(({ budgetGbp, figures }, index) => [
        index + 1,
        budgetGbp,
        figures.spentGbp,
        figures.payGbp,
        figures.shortFteYears,
        figures.lastShortFte,
        figures.people,
      ]),
    },
  ];
}
