// A page about the blueprint, as data: sentences and tables that the terminal, the file and the browser all show.
import { formatMonth, type Month } from '#kernel';
import type { Place } from '#workforce';
import type { Pack } from '../ports.ts';

/** What a use case of the blueprint gives back: the answer as plain data, and the page that shows it. */
export type BlueprintAnswer<Data> = {
  readonly data: Data;
  readonly page: BlueprintPage;
  /** Pages that the page leads to; most answers have none. */
  readonly parts?: readonly PagePart[];
};

/** A page of its own, in a file beside the one that leads to it: `signals/HAM.html`. */
export type PagePart = { readonly file: string; readonly page: BlueprintPage };

export type BlueprintPage = {
  /** Names the use case: `accountability`. */
  readonly id: string;
  readonly title: string;
  readonly pack: { readonly id: string; readonly name: string; readonly version: string };
  /** Null on a page that is about people and not about the blueprint. */
  readonly blueprint: { readonly title: string; readonly version: string; readonly status: string } | null;
  /** Place the page is confined to; null for all. */
  readonly place: string | null;
  /** Month for which it holds, YYYY-MM. */
  readonly month: string;
  /** What it comes to, in sentences to read aloud. */
  readonly summary: readonly string[];
  readonly sections: readonly PageSection[];
  /** Where the page stands that leads to this one, as seen from this one; absent where none does. */
  readonly index?: string;
};

export type PageSection = {
  readonly id: string;
  readonly heading: string;
  readonly introduction: string;
  readonly columns: readonly PageColumn[];
  readonly groups: readonly PageGroup[];
  /** Said in place of a table without rows. */
  readonly whenEmpty: string;
};

export type PageColumn = { readonly label: string; readonly kind: 'text' | 'number' };

/** Rows under a heading of their own; null shows none. Each row has a cell for each column, as a reader sees it. */
export type PageGroup = {
  readonly heading: string | null;
  readonly rows: readonly (readonly string[])[];
  /** File beside the page that the first cell of each row leads to, row by row; absent where none leads anywhere. */
  readonly links?: readonly string[];
};

/** What every page of a pack begins with. */
export type PageHead = { readonly pack: Pack; readonly place: Place | null; readonly month: Month };

export function pageOf(
  { pack, place, month }: PageHead,
  content: Pick<BlueprintPage, 'id' | 'title' | 'summary' | 'sections'>,
): BlueprintPage {
  const { id, name, version } = pack.system;
  const { catalogue } = pack.blueprint;
  return {
    ...content,
    pack: { id, name, version },
    blueprint: { title: catalogue.title, version: catalogue.version, status: catalogue.status },
    place: place === null ? null : `${place.name} (${place.code})`,
    month: formatMonth(month),
  };
}

export function text(label: string): PageColumn {
  return { label, kind: 'text' };
}

export function number(label: string): PageColumn {
  return { label, kind: 'number' };
}

/** Rows without a heading. */
export function plainRows(rows: readonly (readonly string[])[]): readonly PageGroup[] {
  return rows.length === 0 ? [] : [{ heading: null, rows }];
}

/** `1 requirement`, `2 requirements`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first few in words, and how many more there are. */
export function fewOf(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length <= most ? shown : `${shown} and ${items.length - most} more`;
}
