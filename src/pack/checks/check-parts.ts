// What the files of a pack must say together, checked part by part.
import type { FlawList } from '../flaw-list.ts';
import type { PackParts } from '../pack-parts.ts';

export function checkParts(_parts: PackParts, _flaws: FlawList): void {}
