// Writes the TypeScript client of the API from its routes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiRoutes, clientText } from '#http';
import { serviceKinds } from '../src/main/service/service-kinds.ts';

const file = fileURLToPath(new URL('../clients/typescript/cadre-client.ts', import.meta.url));
writeFileSync(file, clientText(apiRoutes(serviceKinds, '0')));
