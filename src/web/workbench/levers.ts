// The levers of a workbench as a hand moves them: their names, how far they go, and their settings in an address.
import { formatNumber } from '#report';
import { SHARED_LEVERS } from '#service';
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
  recruitment: { ...shared('recruitment'), label: 'Usual joiners', hint: 'By how much more of them come.' },
  retention: { ...shared('retention'), label: 'Retention', hint: 'By how much fewer people leave.' },
  demand: { ...shared('demand'), label: 'Demand', hint: 'More asked for, beyond the posts of today.' },
  productivity: { ...shared('productivity'), label: 'Productivity', hint: 'Work saved each year.', step: 0.5 },
} as const;

function shared(lever: keyof typeof SHARED_LEVERS) {
  const { min, max } = SHARED_LEVERS[lever];
  return { ...PERCENT, min, max };
}

/** Not a lever of the model but a limit on what starts may cost; at 0 there is none. */
const BUDGET: LeverControl = {
  name: 'budget',
  label: 'Budget for starts',
  hint: 'The most that starts may cost in a year; 0 for no limit.',
  min: 0,
  max: 500,
  step: 5,
  unit: '£m a year',
  scale: 1e6,
};

/** What one lever alone starts, as against those that move everything at once. */
export function isOfChannel({ name }: LeverControl): boolean {
  return name.startsWith('starts.');
}

/** Whether a setting says something of the future, and not of a plan or of money for it. */
export function isPartOfScenario(lever: string): boolean {
  return lever !== 'plan' && lever !== BUDGET.name;
}

/** @param channels id of a channel → its name and the most that can start in a year */
export function controlsOf(
  levers: readonly WorkbenchLever[],
  channels: ReadonlyMap<string, { readonly name: string; readonly mostAYear: number }>,
): readonly LeverControl[] {
  const own = levers.map((lever): LeverControl => {
    if (lever.kind !== 'starts') return { name: lever.kind, ...SHARES[lever.kind] };
    const { name, mostAYear } = channels.get(lever.channel) ?? { name: lever.channel, mostAYear: 100 };
    const step = mostAYear > 200 ? 10 : 1;
    const max = Math.max(step, Math.ceil(mostAYear / step) * step);
    const hint = `Up to ${formatNumber(max)} in a year.`;
    return { name: `starts.${lever.channel}`, label: name, hint, min: 0, max, step, unit: 'people', scale: 1 };
  });
  return [...own, BUDGET];
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
  const own = controls.filter(({ name }) => name !== BUDGET.name);
  const limit = (settings[BUDGET.name] ?? 0) * BUDGET.scale;
  return moveLevers(data, {
    settings: own.map(({ name, scale }) => (settings[name] ?? 0) * scale),
    budgetGbpPerYear: limit > 0 ? limit : null,
  });
}
