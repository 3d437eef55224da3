// How far the lever of each channel goes: what the register says can start in a year.
import type { Pack } from '#planning';

export type ChannelRoom = { readonly name: string; readonly mostAYear: number };

/** Where the capacity changes with time or place, the largest value is taken. */
export function channelRooms({ system }: Pack): ReadonlyMap<string, ChannelRoom> {
  const values = new Map(system.assumptions.map(({ id, value }) => [id, value]));
  return new Map(
    system.channels.map(({ id, name, capacityPerYear }) => {
      const value = values.get(capacityPerYear);
      const all =
        value === undefined
          ? [100]
          : value.kind === 'scalar'
            ? [value.value]
            : value.kind === 'dated'
              ? value.steps.map((step) => step.value)
              : value.cells.map((cell) => cell.value);
      return [id, { name, mostAYear: Math.max(1, ...all) }];
    }),
  );
}
