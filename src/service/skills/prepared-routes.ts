// Routes prepared once for each pack, measure and month, and kept: what every question about routes starts from.
import type { Month, Result } from '#kernel';
import { prepareRoutes, type PreparedRoutes, type RouteMeasure } from '#planning';
import type { Workspace } from '../workspace/workspace.ts';

type Question = {
  /** Framework whose role levels are the stops; null for the posts of the pack. */
  readonly framework: string | null;
  readonly measure: RouteMeasure;
  readonly asOf: Month;
};

/** Graphs kept in memory: a few measures and frameworks of the packs of the moment. */
const KEPT_MAX = 12;
const kept = new Map<string, PreparedRoutes>();

/** A graph keeps the steps that were asked of it, so a second question is answered faster than the first. */
export function preparedRoutes({ pack, head }: Workspace, question: Question): Result<PreparedRoutes> {
  const { framework, measure, asOf } = question;
  const key = `${head.hash} ${framework ?? '*'} ${measure} ${asOf}`;
  const known = kept.get(key);
  if (known !== undefined) return { ok: true, value: known };
  const prepared = prepareRoutes(pack, question);
  if (!prepared.ok) return prepared;
  kept.set(key, prepared.value);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_MAX))) kept.delete(old);
  return prepared;
}
