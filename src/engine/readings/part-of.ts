// The part of a model that one place is the sum of, for whoever wants a figure of that place alone.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';

/** A model with only the units that are counted at a place or below it at some step. Figures of the place and of those
 *  below it are the same as in the whole; figures of places above it are not. */
export function partOf(model: Model, place: string): Model {
  const kept = unitsUnder(model, place);
  return {
    ...model,
    units: kept.flatMap((unit) => model.units[unit] ?? []),
    channels: model.channels.map((channel) => ({
      ...channel,
      unitShares: Float64Array.from(kept, (unit) => channel.unitShares[unit] ?? 0),
    })),
    demand: { ...model.demand, shares: kept.flatMap((unit) => model.demand.shares[unit] ?? []) },
  };
}

/** Indices of the units that are counted at a place or below it at some step. */
export function unitsUnder(model: Model, place: string): readonly number[] {
  const top = model.places.findIndex(({ code }) => code === place);
  assert(top >= 0, `place '${place}' is in the model.`);
  const isUnder = new Uint8Array(model.places.length);
  model.places.forEach((each, index) => {
    isUnder[index] = index === top || (each.parent >= 0 && isUnder[each.parent] === 1) ? 1 : 0;
  });
  return [...model.units.keys()].filter((unit) => model.units[unit]?.placeAt.some((seat) => isUnder[seat] === 1));
}

/** Whether a unit is counted at a place or below it at a step. */
export function isCountedAt(
  model: Model,
  at: { readonly unit: number; readonly place: string; readonly step: number },
): boolean {
  let seat = model.units[at.unit]?.placeAt[at.step] ?? -1;
  while (seat >= 0) {
    const place = model.places[seat];
    if (place?.code === at.place) return true;
    seat = place?.parent ?? -1;
  }
  return false;
}
