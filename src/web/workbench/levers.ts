// The levers of a workbench as a hand moves them: their names, how far they go, and their settings in an address.
import { moveLevers, type Moved, type WorkbenchData, type WorkbenchLever } from '#planning';

export type LeverControl = {
  /** Name of its field and of its part of the address. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  /** What one unit of the control is in the workbench's own measure: 0.01 for percent. */
  readonly scale: number;
};

/** Settings by the name of a control, in the control's own unit; what is not named is 0. */
export type Settings = Readonly<Record<string, number>>;

const PERCENT = { step: 1, unit: '%', scale: 0.01 } as const;

/** Every lever that there is once, in percent. */
const SHARES = {
  plan: { ...PERCENT, label: 'The plan', hint: 'Share of its starts that takes place.', min: 0, max: 100 },
  recruitment: { ...PERCENT, label: 'Usual joiners', hint: 'By how much more of them come.', min: -50, max: 100 },
  retention: { ...PERCENT, label: 'Retention', hint: 'By how much fewer people leave.', min: -25, max: 25 },
  demand: { ...PERCENT, label: 'Need', hint: 'More asked for, beyond the posts of today.', min: -50, max: 50 },
  productivity: { ...PERCENT, label: 'Productivity', hint: 'Work saved each year.', min: 0, max: 5, step: 0.5 },
} as const;

/** @param channels id of a channel → its name and the most that can start in a year */
export function controlsOf(
  levers: readonly WorkbenchLever[],
  channels: ReadonlyMap<string, { readonly name: string; readonly mostAYear: number }>,
): readonly LeverControl[] {
  return levers.map((lever): LeverControl => {
    if (lever.kind !== 'starts') return { name: lever.kind, ...SHARES[lever.kind] };
    const { name, mostAYear } = channels.get(lever.channel) ?? { name: lever.channel, mostAYear: 100 };
    const step = mostAYear > 200 ? 10 : 1;
    const max = Math.max(step, Math.ceil(mostAYear / step) * step);
    const hint = 'Started each year, over and above what happens anyway.';
    return { name: `starts.${lever.channel}`, label: name, hint, min: 0, max, step, unit: 'people', scale: 1 };
  });
}

/** Reads settings from an address; what is no number or out of bounds is brought within them. */
export function readSettings(controls: readonly LeverControl[], query: Readonly<Record<string, string>>): Settings {
  return Object.fromEntries(
    controls.flatMap(({ name, min, max }) => {
      const value = Number(query[name] ?? 0);
      return Number.isFinite(value) && value !== 0 ? [[name, Math.min(max, Math.max(min, value))]] : [];
    }),
  );
}

/** The part of an address that brings the settings back; empty where all are at rest. */
export function addressOf(settings: Settings, others: Readonly<Record<string, string>>): string {
  const moved = Object.entries(settings).filter(([, value]) => value !== 0);
  const pairs = [...Object.entries(others), ...moved.map(([name, value]) => [name, String(value)] as const)];
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

export function move(data: WorkbenchData, controls: readonly LeverControl[], settings: Settings): Moved {
  const own = controls.map(({ name, scale }) => (settings[name] ?? 0) * scale);
  return moveLevers(data, { settings: own, budgetGbpPerYear: null });
}
