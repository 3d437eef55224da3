// Replaces the people in post of a member's places by rows that were sent, beside what others keep of theirs.
import { fail, ok, type Problem, type Result } from '#kernel';
import type { Pack } from '#planning';
import type { Place, StockRow } from '#workforce';
import { isPermitted } from '../access/permit.ts';
import type { PackChange, PackHead } from '../ports.ts';
import { changePack, packTexts, previewPack } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

export const STOCK_FILE = 'stock.csv';
/** Its columns, in order. */
export const STOCK_COLUMNS = ['place', 'role', 'band', 'ageGroup', 'headcount', 'fte', 'source'] as const;

export type StockChange = {
  readonly change: PackChange;
  /** The pack as it would be. */
  readonly pack: Pack;
  /** Whether the file says what is kept already. */
  readonly isSame: boolean;
};

/** A row as it was sent: its line there, and its cells in the order of the pack's file. */
export type SentRow = { readonly line: number; readonly cells: readonly string[] };

export type StockDraft = {
  readonly workspace: Workspace;
  /** Code of the place whose people the file replaces, with all below it. */
  readonly place: string;
  /** Name of the file that was sent, for messages. */
  readonly file: string;
  readonly rows: readonly SentRow[];
};

/** Tries the change on the whole pack. @returns what would change, or every problem with its line in the file sent */
export async function tryStock(desk: Desk, draft: StockDraft): Promise<Result<StockChange>> {
  const { workspace, place, rows } = draft;
  const foreign = rows.filter(({ cells: [code = ''] }) => isForeign(workspace, code, place));
  if (foreign.length > 0) return fail(...foreign.slice(0, TOLD_MAX).map((row) => notYours(row, draft)));
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const kept = await keptRows(desk, draft, files.value.get(STOCK_FILE)?.text ?? '');
  if (!kept.ok) return kept;
  const change: PackChange = {
    path: STOCK_FILE,
    text: desk.world.writePackText.stock([...kept.value, ...rows.map(({ cells }) => cells)]),
    madeFrom: files.value.get(STOCK_FILE)?.version ?? 0,
  };
  const preview = await previewPack(desk, [change]);
  if (!preview.ok) return fail(...preview.problems.map((problem) => inSentFile(problem, kept.value.length, draft)));
  const { recordedStock } = workspace;
  return ok({
    change,
    pack: preview.value,
    isSame: rowsText(recordedStock) === rowsText(preview.value.system.stock),
  });
}

/** The rows as one text in which their order does not matter. */
function rowsText(rows: readonly StockRow[]): string {
  return rows
    .map((row) => [row.place, row.role, row.band, row.ageGroup, row.headcount, row.fte, row.source].join('\t'))
    .toSorted()
    .join('\n');
}

const TOLD_MAX = 20;

/** A place that is there and not below the member's own; one that is not there is told by the reader of the pack. */
function isForeign({ tree, isBelow }: Workspace, code: string, place: string): boolean {
  return tree.byCode.has(code) && !isBelow(code, place);
}

/** What the file says of places that are not the member's, as it was written. */
async function keptRows(desk: Desk, { workspace, place }: StockDraft, text: string) {
  if (place === workspace.root || text === '') return ok<readonly (readonly string[])[]>([]);
  const table = await desk.world.readTable({ name: STOCK_FILE, text });
  if (!table.ok) return table;
  const order = STOCK_COLUMNS.map((name) => table.value.columns.indexOf(name));
  const rows = table.value.rows.map(({ cells }) => order.map((at) => cells[at] ?? ''));
  return ok<readonly (readonly string[])[]>(rows.filter(([code = '']) => !workspace.isBelow(code, place)));
}

function notYours({ line, cells: [code = ''] }: SentRow, { file, place, workspace }: StockDraft): Problem {
  const own = workspace.tree.byCode.get(place)?.name ?? place;
  return {
    code: 'forbidden',
    message: `Line ${line}: '${code}' is not ${own} nor below it.`,
    path: `${file}:${line}`,
    hint: 'Send a file of your own places alone; the others keep what they have.',
  };
}

/** The pack's line of a row as the line of the file that was sent; the header and kept rows come first in the pack. */
function inSentFile(problem: Problem, keptCount: number, { file, rows }: StockDraft): Problem {
  const [, digits] = /^stock\.csv:(\d+)/.exec(problem.path) ?? [];
  const row = digits === undefined ? undefined : rows[Number(digits) - 2 - keptCount];
  return row === undefined
    ? problem
    : { ...problem, message: `Line ${row.line}: ${problem.message}`, path: `${file}:${row.line}` };
}

export type StockOrder = StockDraft & {
  /** Version of the file of people in post that the sender has seen. */
  readonly madeFrom: number;
};

/** Keeps the rows where the whole pack still reads with them. */
export async function replaceStock(desk: Desk, order: StockOrder): Promise<Result<PackHead>> {
  const tried = await tryStock(desk, order);
  if (!tried.ok) return tried;
  const { place, rows, workspace, madeFrom } = order;
  const name = workspace.tree.byCode.get(place)?.name ?? place;
  return changePack(desk, {
    changes: [{ ...tried.value.change, madeFrom }],
    action: 'change',
    resource: 'workforce',
    place,
    summary: `People in post of ${name} were replaced by a file of ${rows.length} rows.`,
  });
}

/** The place whose people the member keeps: all places for those who may change all, else their own and below. */
export async function ownPlace(desk: Desk): Promise<Result<{ readonly workspace: Workspace; readonly place: Place }>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { root, isBelow, tree } = workspace.value;
  const may = (action: 'read' | 'change', place: string) =>
    isPermitted(desk.actor, action, { target: { resource: 'workforce', place, owner: null, party: null }, isBelow });
  const code = may('read', root) ? root : desk.actor.place;
  const place = tree.byCode.get(code);
  return place === undefined || !may('change', code) ? notThere(code) : ok({ workspace: workspace.value, place });
}
