// The amendments of a pack worked out into whole catalogues.
import { amendCatalogue, type Catalogue } from '#blueprint';
import type { Result } from '#kernel';
import type { Entry, PackParts } from './pack-parts.ts';

/** Each amendment with what it makes of the catalogue in force, or why it cannot be. */
export function amendedVersions({ amendments, catalogue }: Pick<PackParts, 'amendments' | 'catalogue'>): readonly {
  readonly entry: Entry<unknown>;
  readonly amended: Result<Catalogue>;
}[] {
  return amendments.map((entry) => ({ entry, amended: amendCatalogue(catalogue.value, entry.value) }));
}
