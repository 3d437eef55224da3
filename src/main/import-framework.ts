// From a file of a skills framework and a pack to a pack that holds the framework, in a folder of its own.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FrameworkImport, FrameworkImported, FrameworkRead, FrameworkReading } from '#cli';
import { isRestricted, readCase, readDirect, readGdad } from '#exchange';
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import { frameworkText, readPackTexts, readWholePack, writePack } from '#pack';
import { type Framework, levelsOf, versionsOf } from '#pathways';
import { frameworkDiffAnswer } from '#planning';
import { fewHidden } from './few-hidden.ts';
import { finishFirst } from './finish-first.ts';

/** A new version stands beside the earlier ones, and what it changes for whom is told. */
export async function importFramework(request: FrameworkImport): Promise<Result<FrameworkImported>> {
  const bytes = await readBytes(request.file);
  if (!bytes.ok) return bytes;
  const framework = parseFramework(request, bytes.value);
  if (!framework.ok) return framework;
  const whole = await readWholePack(request.packDirectory);
  if (!whole.ok) return whole;
  const { id, version, notes, skills, roles } = framework.value;
  const path = `skills/frameworks/${id}-${version}.yaml`;
  if (
    whole.value.files.has(path) ||
    versionsOf(whole.value.pack.skills.frameworks, id).some((each) => each.version === version)
  ) {
    return fail(taken(request, version));
  }
  const comment = `${framework.value.title}, version ${version}, imported from ${basename(request.file)}.`;
  const files = new Map([...whole.value.files, [path, frameworkText(framework.value, comment)]]);
  const pack = readPackTexts(files);
  if (!pack.ok) return pack;
  const diff = frameworkDiffAnswer(
    pack.value,
    { framework: id, before: null, asOf: pack.value.system.baseMonth },
    fewHidden,
  );
  const written = await finishFirst(() => writePack(request.into, files));
  if (!written.ok) return written;
  return ok({
    path,
    notes,
    skills: skills.length,
    roles: roles.length,
    levels: levelsOf(framework.value).length,
    changes: diff.ok ? diff.value.page.summary : [],
  });
}

/** What the file holds, for whoever has not decided yet whether a pack is to have it. */
export async function readFramework(request: FrameworkReading): Promise<Result<FrameworkRead>> {
  const bytes = await readBytes(request.file);
  if (!bytes.ok) return bytes;
  const framework = parseFramework({ ...request, terms: termsOfReading(request) }, bytes.value);
  if (!framework.ok) return framework;
  const { notes, skills, roles } = framework.value;
  return ok({
    notes,
    skills: skills.map(({ name, group }) => ({ name, group })),
    restricted: skills.filter(({ name }) => isRestricted(name)).map(({ name }) => name),
    roles: roles.map(({ name, family, seniority, levels }) => ({
      name,
      family,
      seniority,
      levels: levels.map((level) => ({ name: level.name, rank: level.rank, skills: level.needs.length })),
    })),
  });
}

/** A file that is only read is called by its layout: what a pack would call it is not decided yet. */
function termsOfReading({ format, file }: FrameworkReading): FrameworkImport['terms'] {
  return { id: format, title: basename(file), version: '', published: '', source: '' };
}

type Unparsed = Pick<FrameworkImport, 'format' | 'file' | 'terms'>;

function parseFramework({ format, file, terms }: Unparsed, bytes: Uint8Array): Result<Framework> {
  const named = { file: basename(file), bytes };
  switch (format) {
    case 'gdad':
      return readGdad(named, terms);
    case 'direct':
      return readDirect(named, terms);
    case 'case':
      return readCase({ file: named.file, text: new TextDecoder().decode(bytes) }, terms);
  }
}

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return fail(unreadable(path, found === null ? 'is not there' : 'is no file'));
  if (found.size > LIMITS.importBytes)
    return fail(unreadable(path, `has ${found.size} bytes, more than ${LIMITS.importBytes}`));
  return readFile(path).then(ok, () => fail(unreadable(path, 'cannot be read')));
}

function unreadable(path: string, why: string): Problem {
  return {
    code: 'unreadable',
    message: `'${path}' ${why}; an import reads a framework as its publisher offers it`,
    path,
    hint: 'Name the file as downloaded.',
  };
}

function taken({ packDirectory, terms }: FrameworkImport, version: string): Problem {
  return {
    code: 'duplicate',
    message: `pack '${packDirectory}' has version ${version} of framework '${terms.id}' already; an import adds a version and replaces none`,
    path: packDirectory,
    hint: 'Give the version another name with --framework-version.',
  };
}
