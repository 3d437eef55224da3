// Bundles the islands: small scripts that bring one part of a page to life, each under an address of its content.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Asset } from './look.ts';

export type Islands = {
  /** Name of an island → address of its script. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, Asset>;
};

const FOLDER = join(import.meta.dirname, '..', 'islands');

/** Every file of `islands/` is one; what they share is split off and loaded once. */
export async function buildIslands(): Promise<Islands> {
  const entries = readdirSync(FOLDER).filter((name) => /\.tsx?$/.test(name) && !/\.test(-support)?\./.test(name));
  const built = await build({
    entryPoints: entries.map((name) => join(FOLDER, name)),
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    write: false,
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    logLevel: 'error',
  });
  const assets = new Map<string, Asset>();
  const scripts = new Map<string, string>();
  for (const file of built.outputFiles) {
    const name = basename(file.path);
    assets.set(`/assets/${name}`, { mediaType: 'text/javascript; charset=utf-8', bytes: file.contents });
    const island = entries.find((entry) => name.startsWith(`${entry.replace(/\.tsx?$/, '')}-`));
    if (island !== undefined) scripts.set(island.replace(/\.tsx?$/, ''), `/assets/${name}`);
  }
  return { scripts, assets };
}
