// The workbench brought to life: levers answer as they are moved, in a worker of their own; undo, reset, share.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Moved, WorkbenchData } from '#planning';
import { formatGap, formatRange } from '#report';
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

/** Moves of one lever that follow each other within this time are one move. */
const ONE_MOVE_MS = 1000;

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
  const { settings, set, undo, isMoved } = useSettings(first);
  const [shown, setShown] = useState(place);
  const [moved, move] = useAnswers(worker, ready.still);
  useEffect(() => {
    move(settings);
    history.replaceState(null, '', `/workbench?${addressOf(settings, { scenario, place: shown })}`);
    const hidden = document.querySelector('[data-part="settings"]');
    if (hidden instanceof HTMLInputElement) hidden.value = addressOf(settings, {});
  }, [move, settings, scenario, shown]);
  return (
    <>
      <div className="cluster no-print">
        <MoveButtons undo={isMoved ? undo : null} reset={() => set({}, '')} />
        <PlaceChoice places={ready.data.places} {...{ nameOf, shown, setShown }} />
        <CopyLink />
        <span className="source" id="shown-hint">
          The levers move all places; the figures are those of the place that is chosen.
        </span>
      </div>
      <Sum moved={moved} still={ready.still} cell={cellOf(ready, shown)} name={nameOf[shown] ?? shown} />
      <div className="bench">
        <LeverPanel
          controls={controls}
          settings={settings}
          onMove={(name, value) => set({ ...settings, [name]: value }, name)}
        />
        <WorkbenchResults data={ready.data} moved={moved} still={ready.still} place={shown} nameOf={nameOf} />
      </div>
    </>
  );
}

/** The settings of the levers, and those before them, to which one can go back move by move. */
function useSettings(first: Settings) {
  const [settings, setSettings] = useState<Settings>(first);
  const [past, setPast] = useState<readonly Settings[]>([]);
  const hand = useRef({ lever: '', at: 0 });
  const set = (next: Settings, lever: string) => {
    const now = performance.now();
    // A lever that is dragged moves many times; all of it is taken back as one move.
    const isSameMove = lever !== '' && lever === hand.current.lever && now - hand.current.at < ONE_MOVE_MS;
    hand.current = { lever, at: now };
    if (!isSameMove) setPast([...past, settings]);
    setSettings(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    hand.current = { lever: '', at: 0 };
    setPast(past.slice(0, -1));
    setSettings(before);
  };
  return { settings, set, undo, isMoved: past.length > 0 };
}

/** @param undo null where there is nothing to take back */
function MoveButtons({ undo, reset }: { readonly undo: (() => void) | null; readonly reset: () => void }) {
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => undo?.()}
        disabled={undo === null}
      >
        Undo
      </button>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={reset}>
        All at rest
      </button>
    </>
  );
}

type PlaceChoiceProps = {
  readonly places: WorkbenchData['places'];
  readonly nameOf: Readonly<Record<string, string>>;
  readonly shown: string;
  readonly setShown: (place: string) => void;
};

function PlaceChoice({ places, nameOf, shown, setShown }: PlaceChoiceProps) {
  return (
    <>
      <label htmlFor="shown">Place</label>
      <select
        id="shown"
        className="nhsuk-select"
        aria-describedby="shown-hint"
        value={shown}
        onChange={(event) => setShown(event.target.value)}
      >
        {places.map(({ code }) => (
          <option key={code} value={code}>
            {nameOf[code] ?? code}
          </option>
        ))}
      </select>
    </>
  );
}

/** Where the last month of a place stands in a measure. */
function cellOf({ data: { months, places } }: Ready, place: string): number {
  return (places.findIndex(({ code }) => code === place) + 1) * months.length - 1;
}

type SumProps = { readonly moved: Moved; readonly still: Moved; readonly cell: number; readonly name: string };

/** What came of the last move in a sentence that stays in sight, and that a screen reader says. */
function Sum({ moved, still, cell, name }: SumProps) {
  const at = ({ mean, p10, p90 }: Moved['gapFte']) => ({
    mean: mean[cell] ?? 0,
    p10: p10[cell] ?? 0,
    p50: 0,
    p90: p90[cell] ?? 0,
  });
  const [gap, change] = [at(moved.gapFte), at(moved.changeFte)];
  return (
    <p className="bench-sum" role="status">
      {name}: gap <b>{formatGap(gap.mean)} FTE</b> ({formatRange(gap)}),{' '}
      {moved === still ? 'all levers at rest' : `changed by ${formatGap(change.mean)} (${formatRange(change)})`}
    </p>
  );
}

/** Puts the address of the page, which holds the settings, where it can be pasted from. */
function CopyLink() {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => setIsCopied(true));
  return (
    <>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={copy}>
        Copy the link to share
      </button>
      <span role="status">{isCopied ? 'Copied.' : ''}</span>
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
