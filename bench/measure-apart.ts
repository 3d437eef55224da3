// Runs one projection of a grown hamlet in a process of its own, so that its memory is its alone.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Size } from './grown-model.ts';

export type ApartRun = Size & { readonly samples: number; readonly mode: 'exact' | 'draws' };

const answerSchema = z.object({ cells: z.number(), cpuSeconds: z.number(), peakMb: z.number(), series: z.number() });

/** Seconds are of processor time, for others may be at work on the same machine. */
export type Apart = z.infer<typeof answerSchema>;

export function measureApart(run: ApartRun): Apart {
  const script = fileURLToPath(new URL('grown-run.ts', import.meta.url));
  const child = spawnSync(process.execPath, [script, JSON.stringify(run)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`the run ended with ${child.status}: ${child.stderr}`);
  return answerSchema.parse(JSON.parse(child.stdout));
}
