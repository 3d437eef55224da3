// Reads the files of skills/ by their schemas, and the role levels that posts of roles.yaml stand for.
import type { PostLevel, ProfessionSkill } from '#pathways';
import type { z } from 'zod';
import { type Entry, type PackParts, partOf } from './pack-parts.ts';
import { itemsOf, type Parsed, parseYamlFile, type Source, wholeOf } from './parse-file.ts';
import { crosswalkFileSchema } from './schemas/crosswalk-file.ts';
import { frameworkFileSchema } from './schemas/framework-file.ts';
import type { rolesFileSchema } from './schemas/roles-file.ts';
import { termsFileSchema } from './schemas/terms-file.ts';

export function parseSkills(source: Source): Pick<PackParts, 'frameworks' | 'mappings' | 'terms'> {
  return {
    frameworks: parseFiles(source, 'skills/frameworks/', frameworkFileSchema).map((parsed) =>
      wholeOf(parsed, `framework '${parsed.value.id}', version ${parsed.value.version}`),
    ),
    mappings: parseFiles(source, 'skills/crosswalks/', crosswalkFileSchema).flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'mappings', list: value.mappings, noun: 'mapping' }),
    ),
    terms: parseFiles(source, 'skills/terms/', termsFileSchema).flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'terms', list: value.terms, noun: 'term' }),
    ),
  };
}

/** What the posts of each role stand for, as entries of their own. */
export function postEntries({ yaml, value }: Parsed<z.output<typeof rolesFileSchema>>): readonly Entry<PostLevel>[] {
  return itemsOf({ yaml, key: 'roles', list: value.roles, noun: 'role' }).flatMap((entry) =>
    entry.value.standsFor.map((post, index) =>
      partOf(entry, { role: entry.value.id, ...post }, { name: `standsFor[${index}]`, field: ['standsFor', index] }),
    ),
  );
}

/** What anybody of a profession brings, profession by profession. */
export function professionSkills({ value }: Parsed<z.output<typeof rolesFileSchema>>): readonly ProfessionSkill[] {
  return value.professions.flatMap(({ id, skills }) => skills.map((each) => ({ profession: id, ...each })));
}

function parseFiles<Schema extends z.ZodType>(
  source: Source,
  folder: string,
  schema: Schema,
): readonly Parsed<z.output<Schema>>[] {
  return [...source.files.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => parseYamlFile(source, file, schema))
    .filter((parsed) => parsed !== null);
}
