// The workbench's worker: holds the responses of every lever, and adds them up for each setting it is sent.
import { unpackWorkbench, type WorkbenchData } from '#planning';
import { move, type LeverControl, type Settings } from '../workbench/levers.ts';

type Asked =
  | { readonly kind: 'open'; readonly address: string; readonly controls: readonly LeverControl[] }
  | { readonly kind: 'move'; readonly settings: Settings; readonly turn: number };

let bench: { readonly data: WorkbenchData; readonly controls: readonly LeverControl[] } | null = null;

addEventListener('message', ({ data: asked }: MessageEvent<Asked>) => {
  if (asked.kind === 'open') void open(asked.address, asked.controls);
  else if (bench !== null) {
    const moved = move(bench.data, bench.controls, asked.settings);
    postMessage({ kind: 'moved', moved, turn: asked.turn });
  }
});

async function open(address: string, controls: readonly LeverControl[]): Promise<void> {
  const answer = await fetch(address);
  const data = unpackWorkbench(await answer.json());
  bench = { data, controls };
  const { months, places } = data;
  postMessage({ kind: 'ready', ready: { data: { months, places }, still: move(data, controls, {}) } });
}
