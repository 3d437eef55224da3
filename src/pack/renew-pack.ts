// The files of a pack a while on: what evidence taught the register, the stock that was counted, and a later base month.
import { formatMonth, parseMonth, type Month } from '#kernel';
import type { StockRow } from '#workforce';
import { isMap, isSeq, parseDocument } from 'yaml';
import { replaceAssumptions, type Replacement } from './replace-assumptions.ts';
import { STOCK_COLUMNS } from './schemas/rows.ts';
import { stockText } from './stock-text.ts';

export type Renewal = Replacement & { readonly baseMonth: Month; readonly stock: readonly StockRow[] };

/** The plan's last month stays. Cases and published comparisons of months that have passed are left out: they speak of
 *  the projection that was.
 *  @param files the pack as it was: path → text */
export function renewPack(files: ReadonlyMap<string, string>, renewal: Renewal): ReadonlyMap<string, string> {
  const renewed = new Map(replaceAssumptions(files, renewal));
  const head = parseDocument(renewed.get('pack.yaml') ?? '');
  const before = parseMonth(String(head.get('baseMonth'))) ?? renewal.baseMonth;
  const passed = renewal.baseMonth - before;
  head.set('baseMonth', formatMonth(renewal.baseMonth));
  head.set('horizonMonths', Number(head.get('horizonMonths')) - passed);
  const comparisons = head.get('comparisons');
  if (isSeq(comparisons)) {
    comparisons.items = comparisons.items.filter(
      (item) => !isMap(item) || (parseMonth(String(item.get('month'))) ?? 0) >= renewal.baseMonth,
    );
  }
  renewed.set('pack.yaml', head.toString({ lineWidth: 120, flowCollectionPadding: true }));
  renewed.set('stock.csv', stockText(renewal.stock.map((row) => STOCK_COLUMNS.map((column) => String(row[column])))));
  for (const path of files.keys()) if (passed > 0 && path.startsWith('cases/')) renewed.delete(path);
  return renewed;
}
