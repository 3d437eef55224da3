// Files about skills beside a pack: frameworks out as CASE, proposed mappings, and designs of hybrid roles in.
import { readFile, stat } from 'node:fs/promises';
import { writeCase } from '#exchange';
import { fail, LIMITS, type Problem, type Result } from '#kernel';
import { crosswalkText } from '#pack';
import { currentFrameworks, type SkillMapping } from '#pathways';
import { readDesign, type HybridDesign, type Pack } from '#planning';
import { parse } from 'yaml';
import { saveFresh } from './json-files.ts';

/** Writes the version in force as a CASE 1.1 package into a fresh file; null where it is written. */
export async function saveCase(pack: Pack, id: string, file: string): Promise<Problem | null> {
  const inForce = currentFrameworks(pack.skills.frameworks);
  const framework = inForce.find((each) => each.id === id);
  if (framework !== undefined) return saveFresh(writeCase(framework), { file, mode: 0o666 });
  return {
    code: 'unknown-reference',
    message: `framework '${id}' is not in the pack`,
    path: 'framework',
    hint: `Write one of ${inForce.map((each) => each.id).join(', ') || 'those that an import brings'}.`,
  };
}

/** Writes proposals as a file that a person goes through and puts into skills/crosswalks/. */
export function saveProposals(mappings: readonly SkillMapping[], file: string): Promise<Problem | null> {
  const comment =
    'Proposals by the likeness of names. Go through them: correct the kind and the confidence, put the role that stands behind it into saidBy, delete the others, and move the file to skills/crosswalks/.';
  return saveFresh(crosswalkText(mappings, comment), { file, mode: 0o666 });
}

/** Reads a design from a YAML or JSON file. */
export async function readDesignFile(file: string): Promise<Result<HybridDesign>> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile() || found.size > LIMITS.yamlBytes)
    return fail(noDesign(file, 'is not there, or no file of a design'));
  try {
    const input: unknown = parse(await readFile(file, 'utf8'), { maxAliasCount: LIMITS.yamlAliases });
    return readDesign(input, file);
  } catch (error) {
    return fail(noDesign(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function noDesign(file: string, why: string): Problem {
  return {
    code: 'unreadable',
    message: `design '${file}' ${why}; a design is a YAML or JSON file`,
    path: file,
    hint: 'Name the file of a design; docs/model/pathways.md shows a whole one.',
  };
}
