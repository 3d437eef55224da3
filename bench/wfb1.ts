// Measures WFB-1 on one thread beside its peers, turn by turn, so that what disturbs one disturbs all.
import { simulateCohorts } from '#engine';
import { type Benchmark, meanOf, median, timed, varianceOf } from './benchmark.ts';
import { openPeers, type PeerRun } from './peers.ts';
import { closingTotals, WFB1, wfb1, WFB1_EXACT } from './wfb1-model.ts';

const ROUNDS = 5;

export async function benchWfb1(): Promise<Benchmark> {
  const model = wfb1();
  simulateCohorts(model, { seed: 1, draws: 10 });
  const { peers, close } = openPeers();
  const ours: PeerRun[] = [];
  const theirs = peers.map((): PeerRun[] => []);
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const run = await timed(() => simulateCohorts(model, { seed, draws: WFB1.draws }));
    const totals = closingTotals(run.result);
    ours.push({ seconds: run.seconds, mean120: meanOf(totals), sd120: Math.sqrt(varianceOf(totals)) });
    peers.forEach((peer, index) => {
      const answer = peer.run();
      if (answer !== null) theirs[index]?.push(answer);
    });
  }
  close();
  const seconds = secondsOf(ours);
  const least = Math.min(...seconds);
  return {
    id: 'wfb1',
    title: 'WFB-1: 5,000 cells, 120 months, 100 draws of whole people, one thread',
    isSound: ours.every(isWithinBounds),
    figures: [
      { label: 'Cadre, median of five', value: median(seconds), unit: 's', goal: null },
      { label: 'Cadre, least of five', value: least, unit: 's', goal: null },
      ...peers.flatMap(({ id, name }, index) => {
        const peer = secondsOf(theirs[index] ?? []);
        const goal = { c: 'above 1', numpy: '8 or more', numba: null, r: null }[id];
        return [
          { label: `${name}, median of five`, value: median(peer), unit: 's', goal: null },
          { label: `${name}: times as long as Cadre, medians`, value: median(peer) / median(seconds), unit: '×', goal },
          {
            label: `${name}: times as long as Cadre, least of five`,
            value: Math.min(...peer) / least,
            unit: '×',
            goal,
          },
        ];
      }),
    ],
    runs: { cadre: ours, ...Object.fromEntries(peers.map(({ id }, index) => [id, theirs[index]])) },
  };
}

function secondsOf(runs: readonly PeerRun[]): readonly number[] {
  return runs.map((run) => run.seconds);
}

/** Three standard errors of a mean and of a standard deviation of 100 draws. */
function isWithinBounds({ mean120, sd120 }: PeerRun): boolean {
  return Math.abs(mean120 - WFB1_EXACT.mean120) < 60 && sd120 > 157 && sd120 < 241;
}
