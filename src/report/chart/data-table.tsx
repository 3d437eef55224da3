// A table with a caption and scoped headers that scrolls inside its own labelled, focusable region.
import type { ReactNode } from 'react';
import { formatShortMonth } from '../number-format.ts';

export type Column = { readonly key: string; readonly label: string; readonly kind: 'text' | 'number' };

export type Row = {
  readonly key: string;
  /** The row's header, in the first column. */
  readonly header: ReactNode;
  /** One for each column after the first. */
  readonly cells: readonly ReactNode[];
};

/** Rows under a heading of their own; a heading of null shows none. */
export type RowGroup = { readonly key: string; readonly heading: string | null; readonly rows: readonly Row[] };

export type DataTableProps = {
  readonly id: string;
  readonly caption: string;
  /** The first column is that of the row headers. */
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  /** A last row that adds up the others; null where nothing is to be added up. */
  readonly total: Row | null;
};

export function DataTable({ id, caption, columns, groups, total }: DataTableProps) {
  return (
    <ScrollRegion labelledBy={`${id}-caption`}>
      <table id={id}>
        <caption id={`${id}-caption`}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.heading === null ? null : (
              <tr className="group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {group.heading}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <BodyRow key={row.key} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
        {total === null ? null : (
          <tfoot>
            <BodyRow row={total} columns={columns} />
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}

/** Keeps what is wider than the page from widening the page; can be scrolled by keyboard. */
export function ScrollRegion({ labelledBy, children }: { readonly labelledBy: string; readonly children: ReactNode }) {
  return (
    <div className="scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}

/** A row's header for one month of a series; on paper only one month a year is printed. */
export function MonthHeader({ month, monthIndex }: { readonly month: string; readonly monthIndex: number }) {
  return (
    <time dateTime={month} className={monthIndex % 12 === 0 ? 'year' : 'within-year'}>
      {formatShortMonth(month)}
    </time>
  );
}

/** The heading of a table without groups. */
export function singleGroup(rows: readonly Row[]): readonly RowGroup[] {
  return [{ key: 'all', heading: null, rows }];
}

function BodyRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr>
      <th scope="row">{row.header}</th>
      {row.cells.map((cell, index) => {
        const column = columns[index + 1];
        return (
          <td key={column?.key ?? index} className={column?.kind}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
