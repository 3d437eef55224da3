// Writes schemas/*.schema.json, the JSON Schemas of a pack's files and of plan.json; `npm run schemas` calls it.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packJsonSchemas } from '#pack';
import { planDocumentSchema } from '#planning';
import { z } from 'zod';

/** File name → text of every schema that the project publishes. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const plan = { title: 'plan.json', ...z.toJSONSchema(planDocumentSchema, { io: 'input' }) };
  const schemas = [...packJsonSchemas(), ['plan', plan] as const];
  return new Map(schemas.map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]));
}

export const SCHEMAS_FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));

if (import.meta.main) {
  await mkdir(SCHEMAS_FOLDER, { recursive: true });
  for (const [file, text] of publishedSchemas()) await writeFile(`${SCHEMAS_FOLDER}${file}`, text);
}
