// From a history on disk to a folder with the page and the figures of its backtest.
import { basename, join } from 'node:path';
import type { BacktestOrder, SavedBacktest } from '#cli';
import { ENGINE_VERSION } from '#engine';
import { readHistory } from '#exchange';
import { canonicalJson, fail, ok, type Result, sha256Hex } from '#kernel';
import { backtest } from '#planning';
import { renderBacktestReport } from '#report';
import { answerObstacle, saveAnswer, type AnswerKind } from './answer-folder.ts';
import { readHistoryBytes } from './history-bytes.ts';

const PAGE = 'backtest.html';
const DOCUMENT = 'backtest.json';
const KIND: AnswerKind = { noun: 'backtest', names: [PAGE, DOCUMENT] };

export async function backtestFile({ file, outDirectory, seed }: BacktestOrder): Promise<Result<SavedBacktest>> {
  const blocked = await answerObstacle(KIND, outDirectory);
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
  const written = await saveAnswer(KIND, outDirectory, files);
  if (!written.ok) return written;
  return ok({ backtest: tried.value, page: join(outDirectory, PAGE), document: join(outDirectory, DOCUMENT) });
}
