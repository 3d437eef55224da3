// Runs a script of this repository on the pinned Node, after setting up: `node scripts/with-pinned-node.js FILE …`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root, setUp } from './setup.js';

if (!setUp()) process.exit(1);
const readTsx = pathToFileURL(join(root, 'src/main/read-tsx.ts')).href;
const result = spawnSync(pinnedNode, ['--import', readTsx, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = result.status ?? 1;
