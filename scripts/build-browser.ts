// Builds the engine as one module for browsers, minified, and tells its size.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../src/engine/browser-engine.ts', import.meta.url));
/** Where the bundle is kept; out of git. */
export const BROWSER_ENGINE = fileURLToPath(new URL('../out/browser/engine.js', import.meta.url));

/** @returns the text of the module */
export async function bundleEngine(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'esm',
    // Neither of Node nor of a page: the same module runs in both, and in a worker.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    write: false,
    legalComments: 'none',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild gave no bundle');
  return bundle.text;
}

if (import.meta.main) {
  const text = await bundleEngine();
  await mkdir(dirname(BROWSER_ENGINE), { recursive: true });
  await writeFile(BROWSER_ENGINE, text);
  const [size, zipped] = [text.length, gzipSync(text, { level: 9 }).length].map((bytes) => (bytes / 1024).toFixed(1));
  process.stdout.write(`${BROWSER_ENGINE}: ${size} kB, ${zipped} kB gzipped\n`);
}
