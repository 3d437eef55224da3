// The use case of calibration: a pack and a history give the register that the history supports.
import { calibrate, type Calibration } from '#history';
import { fail, ok, type Result } from '#kernel';
import type { HealthSystem, HistoryRow } from '#workforce';
import { EVERYBODY } from '#workforce';
import { calibratedRegister, type CalibratedRegister, type RegisterTerms } from './calibrated-assumptions.ts';

export type CalibrationRequest = RegisterTerms & {
  readonly rows: readonly HistoryRow[];
  /** The workforce to learn from; null where the history tells of one only. */
  readonly group: string | null;
  /** Name of the regime whose years set the level; null for all years. */
  readonly regime: string | null;
};

export type CalibratedPack = CalibratedRegister & { readonly calibration: Calibration };

export function calibratePack(system: HealthSystem, request: CalibrationRequest): Result<CalibratedPack> {
  const rows = rowsOfGroup(request);
  if (!rows.ok) return rows;
  const horizonYears = Math.max(1, Math.round(system.horizonMonths / 12));
  const calibration = calibrate(rows.value, { regime: request.regime, horizonYears });
  if (!calibration.ok) return calibration;
  return ok({ ...calibratedRegister(system, calibration.value, request), calibration: calibration.value });
}

/** Rows of the one group whose joiners and leavers are known, with those that name no group. */
function rowsOfGroup({ rows, group }: CalibrationRequest): Result<readonly HistoryRow[]> {
  const withFlows = rows.filter(({ joiners, leavers }) => joiners !== null && leavers !== null);
  const named = [...new Set(withFlows.map((row) => row.group))].filter((name) => name !== EVERYBODY);
  const chosen = group ?? (named.length <= 1 ? (named[0] ?? EVERYBODY) : null);
  const isKnown = chosen === EVERYBODY || (chosen !== null && named.includes(chosen));
  if (!isKnown) {
    return fail({
      code: 'unknown-reference',
      message:
        chosen === null
          ? `the history tells of ${named.length} groups (${named.slice(0, 8).join(', ')}); a calibration learns from one`
          : `the history has no joiners and leavers of the group '${chosen}'; it has those of: ${named.slice(0, 8).join(', ')}`,
      path: 'group',
      hint: 'Choose one of them with --group.',
    });
  }
  return ok(rows.filter((row) => row.group === chosen || row.group === EVERYBODY));
}
