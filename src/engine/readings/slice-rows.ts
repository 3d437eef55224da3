// The rows of a model that a slice of people is made of.
import type { Model } from '../model/model.ts';
import type { Slice } from '../projection.ts';

/** Rows of the one family, role or band that is named, or of all. */
export function rowsOfSlice(model: Model, slice: Slice): readonly number[] {
  return [...model.rows.role.keys()].filter((row) => {
    const role = model.roles[model.rows.role[row] ?? 0];
    return (
      (slice.role === '*' || role?.id === slice.role) &&
      (slice.family === '*' || model.families[role?.family ?? -1] === slice.family) &&
      (slice.band === '*' || model.bands[model.rows.band[row] ?? -1] === slice.band)
    );
  });
}

export function digitalShareOfRow(model: Model, row: number): number {
  return model.roles[model.rows.role[row] ?? 0]?.digitalShare ?? 0;
}
