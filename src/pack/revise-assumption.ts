// One assumption of a pack's register revised where it stands: its entry is written anew, all else is kept.
import { fail, ok, type Result } from '#kernel';
import type { Assumption } from '#workforce';
import { isMap, isSeq, parseDocument } from 'yaml';
import { assumptionForm } from './replace-assumptions.ts';

/** A file of the pack that is to be changed. */
export type RevisedFile = { readonly path: string; readonly text: string };

/** @param files the pack as it was: path → text
 *  @returns the one file that changes, or a failure where no file of the register holds the assumption */
export function reviseAssumption(files: ReadonlyMap<string, string>, assumption: Assumption): Result<RevisedFile> {
  for (const [path, text] of files) {
    if (!path.startsWith('assumptions/')) continue;
    const document = parseDocument(text);
    const list = document.get('assumptions');
    if (!isSeq(list)) continue;
    const index = list.items.findIndex((item) => isMap(item) && item.get('id') === assumption.id);
    if (index === -1) continue;
    list.items[index] = document.createNode(assumptionForm(assumption));
    return ok({ path, text: document.toString({ lineWidth: 120, flowCollectionPadding: true }) });
  }
  return fail({
    code: 'not-found',
    message: `No file of the register holds the assumption '${assumption.id}'.`,
    path: 'assumptions/',
    hint: 'Choose one that the register lists.',
  });
}
