// Starts a pack: a copy of a template with its comments, under an id and a name of its own.
import { basename, resolve } from 'node:path';
import { fail, ok, type Result } from '#kernel';
import { readPackFiles } from './read-pack.ts';
import { writePack } from './write-pack.ts';

export type NewPack = {
  /** Folder of the pack to copy. */
  readonly template: string;
  /** Folder to make; its name gives the id and the name of the pack. */
  readonly directory: string;
};

/** @returns the id and the name of the new pack */
export async function newPack({
  template,
  directory,
}: NewPack): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const folder = basename(resolve(directory));
  const id = idFrom(folder);
  if (id === '') {
    return fail({
      code: 'out-of-range',
      message: `folder '${directory}' has no letter or digit in its name, but a pack is called after its folder`,
      path: directory,
      hint: 'Name a folder such as my-region.',
    });
  }
  const files = await readPackFiles(template);
  if (!files.ok) return files;
  const name = nameFrom(id);
  const head = files.value.get('pack.yaml') ?? '';
  const renamed = head.replace(/^id: .*$/m, `id: '${id}'`).replace(/^name: .*$/m, `name: '${name}'`);
  const written = await writePack(directory, new Map([...files.value, ['pack.yaml', renamed]]));
  return written.ok ? ok({ id, name }) : written;
}

/** Letters without their accents, digits and single dashes, at most 60. */
function idFrom(folder: string): string {
  const plain = folder
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

function nameFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
