// Writes what is published of the code's own lists: schemas/*.schema.json, and the table of parameters in docs/packs.md.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packJsonSchemas } from '#pack';
import { commitmentDocumentSchema, optimiseDocumentSchema, planDocumentSchema } from '#planning';
import { z } from 'zod';
import { withParameterTable } from './parameter-table.ts';

/** File name → text of every schema that the project publishes. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const plan = { title: 'plan.json', ...z.toJSONSchema(planDocumentSchema, { io: 'input' }) };
  const optimise = { title: 'optimise.json', ...z.toJSONSchema(optimiseDocumentSchema, { io: 'input' }) };
  const commitments = { title: 'commitments.json', ...z.toJSONSchema(commitmentDocumentSchema, { io: 'input' }) };
  const schemas = [
    ...packJsonSchemas(),
    ['plan', plan] as const,
    ['optimise', optimise] as const,
    ['commitments', commitments] as const,
  ];
  return new Map(schemas.map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]));
}

/** Where the schemas are kept. */
export const SCHEMAS_FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));
/** The page that explains a pack file by file. */
export const PACKS_PAGE = fileURLToPath(new URL('../docs/packs.md', import.meta.url));

if (import.meta.main) {
  await writeFile(PACKS_PAGE, withParameterTable(await readFile(PACKS_PAGE, 'utf8')));
  await mkdir(SCHEMAS_FOLDER, { recursive: true });
  for (const [file, text] of publishedSchemas()) await writeFile(`${SCHEMAS_FOLDER}${file}`, text);
}
