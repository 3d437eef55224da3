// What a file of people in post would change, as it may be shown: one's own places before and after.
import { ok, type Result } from '#kernel';
import { publishPack, stockShown, type StockShown } from '#planning';
import { tryStock, type Desk, type PackChange, type StockDraft } from '#service';

export type ShownChange = {
  readonly change: PackChange;
  /** The member's places as they are published, and as they would be. */
  readonly before: StockShown;
  readonly after: StockShown;
  /** Whether the file says what is kept already. */
  readonly isSame: boolean;
};

/** @returns what would change, or every problem with its line in the file sent */
export async function shownChange(desk: Desk, draft: StockDraft): Promise<Result<ShownChange>> {
  const tried = await tryStock(desk, draft);
  if (!tried.ok) return tried;
  const { workspace, place } = draft;
  const { change, pack, isSame } = tried.value;
  const after = stockShown({ tree: workspace.tree, pack: publishPack(pack) }, place);
  return ok({ change, before: stockShown(workspace, place), after, isSame });
}
