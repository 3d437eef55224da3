// From a pack and history files to calibrated rates, and, where asked, to a pack that holds them in a folder of its own.
import { basename } from 'node:path';
import type { CalibrationOrder } from '#cli';
import { readHistory } from '#exchange';
import { fail, type Month, type Result } from '#kernel';
import { readWholePack, replaceAssumptions, writePack } from '#pack';
import { calibratePack, type CalibratedPack } from '#planning';
import type { HistoryRow } from '#workforce';
import { finishFirst } from './finish-first.ts';
import { readHistoryBytes } from './history-bytes.ts';
import { trialProblem } from './trial-pack.ts';

export async function calibrateFiles(order: CalibrationOrder, thisMonth: Month): Promise<Result<CalibratedPack>> {
  const whole = await readWholePack(order.packDirectory);
  if (!whole.ok) return whole;
  const rows: HistoryRow[] = [];
  for (const file of order.files) {
    const bytes = await readHistoryBytes(file);
    if (!bytes.ok) return bytes;
    const read = readHistory({ file, bytes: bytes.value, period: order.period });
    if (!read.ok) return read;
    rows.push(...read.value);
  }
  const files = order.files.map((file) => basename(file));
  const { group, regime } = order;
  const calibrated = calibratePack(whole.value.pack.system, { rows, files, thisMonth, group, regime });
  if (!calibrated.ok) {
    return fail(...calibrated.problems.map((problem) => ({ ...problem, path: order.files.join(', ') })));
  }
  const { into } = order;
  if (into === null) return calibrated;
  const { assumptions, source } = calibrated.value;
  const comment = `Calibrated on ${files.join(', ')} at the level of ${regime ?? 'all years'}; docs/model/calibration.md tells how.`;
  const rewritten = replaceAssumptions(whole.value.files, { assumptions, source, comment });
  const written = await finishFirst(async () => (await trialProblem(rewritten)) ?? writePack(into, rewritten));
  return written.ok ? calibrated : written;
}
