// One mapping of a pack's crosswalk revised where it stands, or added to the file that keeps what was said on pages.
import { isSamePair, type SkillMapping, type SkillPair } from '#pathways';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { RevisedFile } from './revise-assumption.ts';
import { crosswalkText } from './skills-text.ts';

/** Where mappings go that no file holds yet. */
const SAID = 'skills/crosswalks/said.yaml';
const FORMAT = { lineWidth: 0, flowCollectionPadding: true } as const;

/** @param files the pack as it was: path → text
 *  @returns the one file that changes; a mapping of the same two skills gives way, whichever way round it is written */
export function reviseMapping(files: ReadonlyMap<string, string>, mapping: SkillMapping): RevisedFile {
  for (const [path, text] of files) {
    if (!path.startsWith('skills/crosswalks/')) continue;
    const document = parseDocument(text);
    const list = document.get('mappings');
    if (!isSeq(list)) continue;
    const index = list.items.findIndex((item) => isMap(item) && isSamePair(pairOf(item), mapping));
    if (index === -1) continue;
    list.items[index] = document.createNode(mapping);
    return { path, text: document.toString(FORMAT) };
  }
  const said = files.get(SAID);
  if (said === undefined)
    return { path: SAID, text: crosswalkText([mapping], 'Mappings that were said in the service.') };
  const document = parseDocument(said);
  document.addIn(['mappings'], document.createNode(mapping, { flow: true }));
  return { path: SAID, text: document.toString(FORMAT) };
}

function pairOf(item: { readonly get: (key: string) => unknown }): SkillPair {
  return { from: String(item.get('from')), to: String(item.get('to')) };
}
