// What one mapping of the crosswalk does to the coverage between families: as it is, and with the mapping as said.
import { ok, type Result } from '#kernel';
import { currentFrameworks, isSamePair, meanCoverage, readTerms, type SkillMapping } from '#pathways';
import type { Pack } from '../ports.ts';
import { familySets } from './family-sets.ts';
import { creditOfPack } from './find-routes.ts';

/** Mean coverage between role levels of different families, 0..1. */
export type MappingEffect = { readonly of: string; readonly before: number; readonly after: number };

/** Another mapping of the same two skills gives way, whichever way round it is written. */
export function mappingEffect(pack: Pack, mapping: SkillMapping): Result<readonly MappingEffect[]> {
  const terms = readTerms(pack.skills.terms);
  if (!terms.ok) return terms;
  const others = pack.skills.mappings.filter((each) => !isSamePair(each, mapping));
  const [before, after] = [pack.skills.mappings, [...others, mapping]].map((mappings) =>
    creditOfPack({ ...pack, skills: { ...pack.skills, mappings } }, terms.value),
  );
  if (before === undefined || after === undefined) return ok([]);
  return ok(
    familySets(currentFrameworks(pack.skills.frameworks)).map(({ of, sets }) => ({
      of,
      before: meanCoverage(sets, before),
      after: meanCoverage(sets, after),
    })),
  );
}
