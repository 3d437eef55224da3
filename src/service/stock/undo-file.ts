// The way back to how a file of the workforce stood before one of its versions.
import { ok, type Result } from '#kernel';
import { keepUpload } from '../uploads/keep-upload.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { fileAround } from '../workspace/pack-history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';
import { ownPlace, STOCK_COLUMNS, STOCK_FILE } from './replace-stock.ts';

/** Files of the workforce beside the stock; they speak for all places at once. */
const SHARED_FILES = ['places.csv', 'roles.yaml', 'drivers.csv', 'channels.yaml', 'pack.yaml'] as const;

/** @param isWhole whether the member keeps the people of all places */
export function isUndoable(path: string, isWhole: boolean): boolean {
  return path === STOCK_FILE || (isWhole && SHARED_FILES.some((each) => each === path));
}

export type UndoOrder = { readonly version: number; readonly path: string };

/** People in post are sent again as they were and wait to be kept, as any file of them does; the other files are tried
 *  whole and put back at once. @returns the key of what waits; null where it is done */
export async function undoFile(
  desk: Desk,
  { version, path }: UndoOrder,
): Promise<Result<{ readonly upload: string | null }>> {
  const found = await ownPlace(desk);
  if (!found.ok) return found;
  const { workspace, place } = found.value;
  if (!isUndoable(path, place.code === workspace.root)) return notThere(path);
  const around = await fileAround(desk, { version, path });
  if (!around.ok) return around;
  const text = around.value.before?.text ?? null;
  if (path === STOCK_FILE) return undoStock(desk, { workspace, place: place.code, text: text ?? '', version });
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const done = await changePack(desk, {
    changes: [{ path, text, madeFrom: files.value.get(path)?.version ?? 0 }],
    action: 'change',
    resource: 'workforce',
    place: place.code,
    summary: `${path} was put back as it was before version ${version}.`,
  });
  return done.ok ? ok({ upload: null }) : done;
}

type StockUndo = {
  readonly workspace: Workspace;
  readonly place: string;
  readonly text: string;
  readonly version: number;
};

/** Only the rows of the member's own places come back: others may have changed theirs meanwhile. */
async function undoStock(
  desk: Desk,
  { workspace, place, text, version }: StockUndo,
): Promise<Result<{ readonly upload: string | null }>> {
  const table = await desk.world.readTable({ name: STOCK_FILE, text });
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const at = columns.indexOf('place');
  const own = rows.filter(({ cells }) => workspace.isBelow(cells[at] ?? '', place));
  const order = STOCK_COLUMNS.map((name) => columns.indexOf(name));
  const cells = own.map((row) => order.map((index) => row.cells[index] ?? ''));
  const name = `stock-before-version-${version}.csv`;
  const key = await keepUpload(desk, { kind: 'stock', name, text: desk.world.writePackText.stock(cells) });
  return key.ok ? ok({ upload: key.value }) : key;
}
