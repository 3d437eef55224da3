// Measures routes: all routes between 200 role levels in at most 1 s, a person's 20 nearest in at most 50 ms.
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { type RoleLevel, routesFrom } from '#pathways';
import { prepareRoutes } from '#planning';
import { type Benchmark, median, timed } from './benchmark.ts';

const LEVELS = 200;
const RUNS = 9;
const NEAREST = 20;

/** Medians of nine runs: the graph and every route between its levels from scratch, and one person's nearest posts on a
 *  graph that is there. The levels are those of the government framework in packs/england. */
export async function benchRoutes(): Promise<Benchmark> {
  const read = await readPack(fileURLToPath(new URL('../packs/england', import.meta.url)));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const pack = read.value;
  const prepare = (framework: string | null) => {
    const { baseMonth: asOf } = pack.system;
    const prepared = prepareRoutes(pack, {
      framework,
      measure: framework === null ? 'coverage' : 'career-causeways',
      asOf,
    });
    if (!prepared.ok) throw new Error(prepared.problems[0]?.message);
    return prepared.value;
  };
  const all = [];
  for (let run = 0; run < RUNS; run += 1) {
    all.push(
      await timed(() => {
        const { graph, map } = prepare('gdad');
        return map.levels.slice(0, LEVELS).reduce((sum, level) => sum + routesFrom(graph, level, 'effort').length, 0);
      }),
    );
  }
  const { graph, map } = prepare(null);
  const [post] = map.levels;
  if (post === undefined) throw new Error('the pack has posts.');
  const person: RoleLevel = { ...post, id: 'own-skills', name: 'Own skills' };
  routesFrom(graph, person, 'effort');
  const nearest = [];
  for (let run = 0; run < RUNS; run += 1) {
    nearest.push(await timed(() => routesFrom(graph, person, 'effort').slice(0, NEAREST).length));
  }
  const counts = new Set(all.map(({ result }) => result));
  return {
    id: 'routes',
    title: `Routes between ${LEVELS} role levels, and the ${NEAREST} nearest`,
    isSound: counts.size === 1 && nearest.every(({ result }) => result === NEAREST),
    figures: [
      { label: 'routes found', value: all[0]?.result ?? 0, unit: 'routes', goal: null },
      { label: 'all routes', value: median(all.map(({ seconds }) => seconds)), unit: 's', goal: 'at most 1' },
      {
        label: `nearest ${NEAREST}`,
        value: median(nearest.map(({ seconds }) => seconds)) * 1000,
        unit: 'ms',
        goal: 'at most 50',
      },
    ],
    runs: { all, nearest },
  };
}
