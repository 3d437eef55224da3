// One projection of a grown hamlet in a process of its own, whose memory is then that of this run alone; prints JSON.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { chunkMerger, chunksOf, projectChunk } from '#engine';
import { timed } from './benchmark.ts';
import { grownModel } from './grown-model.ts';

const STATUS = '/proc/self/status';

const sizeSchema = z.object({
  organisations: z.number(),
  roles: z.number(),
  months: z.number(),
  samples: z.number(),
  mode: z.enum(['exact', 'draws']),
});

const size = sizeSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { model, sample, cells } = await grownModel(size);
const request = { mode: size.mode, seed: 1, samples: sample(size.samples, 1), starts: [] };
const { cpuSeconds, result } = await timed(() => {
  const merger = chunkMerger(model, request);
  for (const chunk of chunksOf(model, size.samples)) merger.add(projectChunk(model, request, chunk));
  return merger.finish();
});
process.stdout.write(JSON.stringify({ cells, cpuSeconds, peakMb: peakMegabytes(), series: result.series.length }));

/** The most that this process itself held. Where the system tells of it alone that is read, for what `resourceUsage` tells
 *  begins with what the parent held. */
function peakMegabytes(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
