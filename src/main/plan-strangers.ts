// Finds what a plan did not write among its tables, pages and inputs, so that it is never deleted with the plan.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOfFiles } from '#pack';
import { PLAN_TABLES, type PlanDocument } from '#planning';
import { codeOf } from './target-folder.ts';

/** @param folders names of the folders in `directory`
 *  @returns what is strange, in words that follow the name of the folder; null where all is the plan's own */
export async function strangerInPlan(
  directory: string,
  plan: PlanDocument | null,
  folders: { readonly tables: string; readonly inputs: string; readonly commitments: string },
): Promise<string | null> {
  try {
    return await findStranger(directory, plan, folders);
  } catch (error) {
    return `holds something that cannot be read (${codeOf(error)})`;
  }
}

async function findStranger(...[directory, plan, folders]: Parameters<typeof strangerInPlan>): Promise<string | null> {
  const tables = await filesIn(join(directory, folders.tables));
  const inputs = await filesIn(join(directory, folders.inputs));
  const known = plan === null ? [] : PLAN_TABLES.map((name) => `${name}.csv`);
  const stranger = tables.find((path) => !known.includes(path));
  if (stranger !== undefined) return `holds '${folders.tables}/${stranger}', which the plan there did not write`;
  const pages = await filesIn(join(directory, folders.commitments));
  const bodies = plan === null ? [] : plan.places.map(({ code }) => `${code}.html`);
  const page = pages.find((path) => !bodies.includes(path));
  if (page !== undefined) return `holds '${folders.commitments}/${page}', which the plan there did not write`;
  if (inputs.length === 0) return null;
  const texts = new Map<string, string>();
  for (const path of inputs) texts.set(path, await readFile(join(directory, folders.inputs, path), 'utf8'));
  if (plan !== null && hashOfFiles(texts) === plan.pack.hash) return null;
  return `holds '${folders.inputs}', which was changed since the plan there was made`;
}

/** Paths of everything but folders, with `/`; none where the folder is not there. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
