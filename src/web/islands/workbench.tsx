// The workbench brought to life: levers answer as they are moved, in a worker of their own; undo, reset, share.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Moved, WorkbenchData } from '#planning';
import { LeverPanel } from '../workbench/lever-panel.tsx';
import { addressOf, readSettings, type LeverControl, type Settings } from '../workbench/levers.ts';
import { WorkbenchResults } from '../workbench/workbench-results.tsx';

type Ready = { readonly data: Pick<WorkbenchData, 'months' | 'places'>; readonly still: Moved };
type Told =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'moved'; readonly moved: Moved; readonly turn: number };

for (const region of document.querySelectorAll<HTMLElement>('[data-island="workbench"]')) void enliven(region);

async function enliven(region: HTMLElement): Promise<void> {
  const { scenario = '', place = '', names = '{}', controls: told = '[]', worker: script = '' } = region.dataset;
  const controls: readonly LeverControl[] = JSON.parse(told);
  const nameOf: Readonly<Record<string, string>> = JSON.parse(names);
  const worker = new Worker(script, { type: 'module' });
  worker.postMessage({ kind: 'open', address: `/workbench/data/${encodeURIComponent(scenario)}`, controls });
  const ready = await new Promise<Ready>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'ready') resolve(data.ready);
    });
  });
  createRoot(region).render(<Workbench {...{ worker, ready, controls, nameOf, scenario, place }} />);
}

type WorkbenchProps = {
  readonly worker: Worker;
  readonly ready: Ready;
  readonly controls: readonly LeverControl[];
  readonly nameOf: Readonly<Record<string, string>>;
  readonly scenario: string;
  readonly place: string;
};

function Workbench({ worker, ready, controls, nameOf, scenario, place }: WorkbenchProps) {
  const first = useMemo(
    () => readSettings(controls, Object.fromEntries(new URLSearchParams(location.search))),
    [controls],
  );
  const [settings, setSettings] = useState<Settings>(first);
  const [past, setPast] = useState<readonly Settings[]>([]);
  const [shown, setShown] = useState(place);
  const [moved, move] = useAnswers(worker, ready.still);
  useEffect(() => {
    move(settings);
    history.replaceState(null, '', `/workbench?${addressOf(settings, { scenario, place: shown })}`);
    const hidden = document.querySelector('[data-part="settings"]');
    if (hidden instanceof HTMLInputElement) hidden.value = addressOf(settings, {});
  }, [move, settings, scenario, shown]);
  const set = (next: Settings) => {
    setPast([...past, settings]);
    setSettings(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    setSettings(before);
  };
  return (
    <>
      <div className="cluster no-print">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={undo}
          disabled={past.length === 0}
        >
          Undo
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => set({})}>
          All at rest
        </button>
        <label htmlFor="shown">Place</label>
        <select id="shown" className="nhsuk-select" value={shown} onChange={(event) => setShown(event.target.value)}>
          {ready.data.places.map(({ code }) => (
            <option key={code} value={code}>
              {nameOf[code] ?? code}
            </option>
          ))}
        </select>
        <span className="source">The address of this page holds the settings: copy it to share them.</span>
      </div>
      <div className="bench">
        <LeverPanel
          controls={controls}
          settings={settings}
          onMove={(name, value) => set({ ...settings, [name]: value })}
        />
        <WorkbenchResults data={ready.data} moved={moved} still={ready.still} place={shown} nameOf={nameOf} />
      </div>
    </>
  );
}

/** What the levers do as the worker last said, and how to ask it; an answer that a later move has overtaken is dropped. */
function useAnswers(worker: Worker, still: Moved): readonly [Moved, (settings: Settings) => void] {
  const [moved, setMoved] = useState<Moved>(still);
  const turn = useRef(0);
  useEffect(() => {
    const hear = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'moved' && data.turn === turn.current) setMoved(data.moved);
    };
    worker.addEventListener('message', hear);
    return () => worker.removeEventListener('message', hear);
  }, [worker]);
  const move = useCallback(
    (settings: Settings) => {
      turn.current += 1;
      worker.postMessage({ kind: 'move', settings, turn: turn.current });
    },
    [worker],
  );
  return [moved, move];
}
