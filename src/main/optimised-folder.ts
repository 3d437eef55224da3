// An optimised plan on disk: its page, its data and two tables, written together.
import { join } from 'node:path';
import type { OptimisedFolder, SavedOptimised } from '#cli';
import { writeCsv } from '#exchange';
import { canonicalJson, fail, ok, type Problem, type Result } from '#kernel';
import { writePack } from '#pack';
import { optimisedTables, type OptimiseDocument } from '#planning';
import { renderOptimisedPage } from '#report';
import { replaceFolder } from './replace-folder.ts';
import { shelterProblem, standingAt } from './target-folder.ts';

const PAGE = 'optimise.html';
const DOCUMENT = 'optimise.json';

export const optimisedFolder: OptimisedFolder = { obstacle, save };

async function save(document: OptimiseDocument, outDirectory: string): Promise<Result<SavedOptimised>> {
  const blocked = await obstacle(outDirectory);
  if (blocked !== null) return fail(blocked);
  const tables = optimisedTables(document).map((table) => [`${table.name}.csv`, writeCsv(table)] as const);
  const files = new Map([[PAGE, renderOptimisedPage(document)], [DOCUMENT, `${canonicalJson(document)}\n`], ...tables]);
  const written = await replaceFolder({ target: outDirectory, obstacle, files, write: writePack });
  if (!written.ok) return written;
  return ok({
    page: join(outDirectory, PAGE),
    document: join(outDirectory, DOCUMENT),
    tables: tables.map(([name]) => join(outDirectory, name)),
  });
}

const NAMES = [PAGE, DOCUMENT, 'starts.csv', 'frontier.csv'];

/** A folder may be replaced where it is empty or holds an earlier optimised plan and nothing else. */
async function obstacle(directory: string): Promise<Problem | null> {
  const standing = await standingAt(directory);
  if (standing.kind === 'file') return inTheWay(directory, 'is a file');
  if (standing.kind === 'unknown') return inTheWay(directory, `cannot be looked at (${standing.reason})`);
  const names = standing.kind === 'folder' ? standing.names : [];
  const stranger = names.find((name) => !NAMES.includes(name));
  if (stranger !== undefined) return inTheWay(directory, `holds '${stranger}', which no optimised plan wrote`);
  return shelterProblem(directory);
}

function inTheWay(directory: string, what: string): Problem {
  return {
    code: 'not-writable',
    message: `folder '${directory}' ${what}; only an earlier optimised plan is ever replaced`,
    path: directory,
    hint: 'Name another folder with --out, or move what is there.',
  };
}
