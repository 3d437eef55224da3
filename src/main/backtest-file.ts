// From a history on disk to a folder with the page and the figures of its backtest.
import { basename, join } from 'node:path';
import type { BacktestOrder, SavedBacktest } from '#cli';
import { ENGINE_VERSION } from '#engine';
import { readHistory } from '#exchange';
import { canonicalJson, fail, ok, type Problem, type Result, sha256Hex } from '#kernel';
import { writePack } from '#pack';
import { backtest } from '#planning';
import { renderBacktestReport } from '#report';
import { readHistoryBytes } from './history-bytes.ts';
import { replaceFolder } from './replace-folder.ts';
import { shelterProblem, standingAt } from './target-folder.ts';

const PAGE = 'backtest.html';
const DOCUMENT = 'backtest.json';

export async function backtestFile({ file, outDirectory, seed }: BacktestOrder): Promise<Result<SavedBacktest>> {
  const blocked = await obstacle(outDirectory);
  if (blocked !== null) return fail(blocked);
  const bytes = await readHistoryBytes(file);
  if (!bytes.ok) return bytes;
  const rows = readHistory({ file, bytes: bytes.value, period: null });
  if (!rows.ok) return rows;
  const named = { name: basename(file), sha256: sha256Hex(bytes.value) };
  const tried = backtest({ rows: rows.value, file: named, engineVersion: ENGINE_VERSION, seed });
  if (!tried.ok) return fail(...tried.problems.map((problem) => ({ ...problem, path: file })));
  const files = new Map([
    [PAGE, renderBacktestReport(tried.value)],
    [DOCUMENT, `${canonicalJson(tried.value)}\n`],
  ]);
  const written = await replaceFolder({ target: outDirectory, obstacle, files, write: writePack });
  if (!written.ok) return written;
  return ok({ backtest: tried.value, page: join(outDirectory, PAGE), document: join(outDirectory, DOCUMENT) });
}

/** A folder may be replaced where it is empty or holds an earlier backtest and nothing else. */
async function obstacle(directory: string): Promise<Problem | null> {
  const standing = await standingAt(directory);
  if (standing.kind === 'file') return inTheWay(directory, 'is a file');
  if (standing.kind === 'unknown') return inTheWay(directory, `cannot be looked at (${standing.reason})`);
  const names = standing.kind === 'folder' ? standing.names : [];
  const stranger = names.find((name) => name !== PAGE && name !== DOCUMENT);
  if (stranger !== undefined) return inTheWay(directory, `holds '${stranger}', which no backtest wrote`);
  return shelterProblem(directory);
}

function inTheWay(directory: string, what: string): Problem {
  return {
    code: 'not-writable',
    message: `folder '${directory}' ${what}; only an earlier backtest is ever replaced`,
    path: directory,
    hint: 'Name another folder with --out, or move what is there.',
  };
}
