// The thread in which a backtest is worked out, so that its worker hears of being stopped meanwhile.
import { parentPort } from 'node:worker_threads';
import { ENGINE_VERSION } from '#engine';
import { readHistory } from '#exchange';
import { canonicalJson, ok, sha256Hex, type Result } from '#kernel';
import { backtest } from '#planning';

/** @property text of the file that was sent */
export type BacktestMessage = { readonly name: string; readonly text: string; readonly seed: number };

parentPort?.once('message', (message: BacktestMessage) => parentPort?.postMessage(worked(message)));

/** @returns the document as canonical JSON */
function worked({ name, text, seed }: BacktestMessage): Result<string> {
  const bytes = new TextEncoder().encode(text);
  const rows = readHistory({ file: name, bytes, period: null });
  if (!rows.ok) return rows;
  const file = { name, sha256: sha256Hex(bytes) };
  const tried = backtest({ rows: rows.value, file, engineVersion: ENGINE_VERSION, seed });
  return tried.ok ? ok(canonicalJson(tried.value)) : tried;
}
