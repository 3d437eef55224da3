// Writes the TypeScript client of the API from its routes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiRoutes, clientFiles } from '#http';
import { serviceKinds } from '../src/main/service/service-kinds.ts';

const folder = new URL('../clients/typescript/', import.meta.url);
for (const [name, text] of clientFiles(apiRoutes(serviceKinds, '0'))) {
  writeFileSync(fileURLToPath(new URL(name, folder)), text);
}
