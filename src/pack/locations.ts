// Where each thing of a pack stands in its files, so that an explanation can end at a line.
import type { Entry, PackParts } from './pack-parts.ts';

/** Keys as `Pack.locations` names them; each value is `FILE:LINE` with the path in the pack. */
export function locationsOf(parts: PackParts): ReadonlyMap<string, string> {
  const locations = new Map<string, string>();
  const put = (key: string, entry: Entry<unknown>): void => {
    locations.set(key, `${entry.file}:${entry.at().line}`);
  };
  for (const entry of parts.assumptions) put(`assumption/${entry.value.id}`, entry);
  for (const entry of parts.roles) put(`role/${entry.value.id}`, entry);
  for (const entry of parts.channels) put(`channel/${entry.value.id}`, entry);
  for (const entry of parts.requirements) put(`requirement/${entry.value.id}`, entry);
  for (const { value, file, at } of parts.profiles) {
    for (const [index, { id }] of value.adds.entries()) {
      locations.set(`requirement/${id}`, `${file}:${at('adds', index).line}`);
    }
  }
  for (const entry of parts.stock) {
    const { place, role, band, ageGroup } = entry.value;
    put(`stock/${place}/${role}/${band}/${ageGroup}`, entry);
  }
  for (const entry of parts.driverValues) put(`driver/${entry.value.place}/${entry.value.driver}`, entry);
  return locations;
}
