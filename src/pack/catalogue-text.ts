// Writes a catalogue as the YAML file of a pack that it is read from.
import type { Catalogue } from '#blueprint';
import { formatMonth } from '#kernel';
import { stringify } from 'yaml';
import { requirementForm } from './profile-text.ts';

/** @param comment a line to stand above it, without the `#`
 *  @returns text that `readPack` reads as the same catalogue */
export function catalogueText(catalogue: Catalogue, comment: string): string {
  const { published, requirements, ...rest } = catalogue;
  const { id, title, version, status, ...lists } = rest;
  const file = {
    id,
    title,
    version,
    status,
    published: formatMonth(published),
    ...lists,
    requirements: requirements.map(requirementForm),
  };
  return `# ${comment.replace(/\s+/g, ' ')}\n\n${stringify(file, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}
