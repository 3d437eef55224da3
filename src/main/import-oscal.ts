// From an OSCAL baseline and a pack to a pack that asks for the baseline's controls, in a folder of its own.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OscalImport, OscalImported } from '#cli';
import { resolveOscal, type OscalFile } from '#exchange';
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import { profileText, readWholePack, writePack } from '#pack';
import { baselineProfile } from '#planning';
import { finishFirst } from './finish-first.ts';
import { trialProblem } from './trial-pack.ts';

export async function importOscal(request: OscalImport): Promise<Result<OscalImported>> {
  const files: OscalFile[] = [];
  for (const path of [request.file, ...request.catalogues]) {
    const file = await readDocument(path);
    if (!file.ok) return file;
    files.push(file.value);
  }
  const [root, ...others] = files;
  if (root === undefined) return fail(unreadable(request.file, 'was not named'));
  const baseline = resolveOscal(root, others);
  if (!baseline.ok) return baseline;
  const whole = await readWholePack(request.packDirectory);
  if (!whole.ok) return whole;
  const nation = whole.value.pack.system.places.find(({ parent }) => parent === null)?.code ?? '';
  const profile = baselineProfile(baseline.value, { ...request.terms, scope: { place: request.place ?? nation } });
  const path = `blueprint/profiles/${profile.id}.yaml`;
  if (whole.value.files.has(path)) return fail(taken(path, request.packDirectory));
  const { title, version, controls } = baseline.value;
  const text = profileText(
    profile,
    `${title}, version ${version}: ${controls.length} controls, imported from ${root.name}.`,
  );
  const rewritten = new Map([...whole.value.files, [path, text]]);
  const written = await finishFirst(async () => (await trialProblem(rewritten)) ?? writePack(request.into, rewritten));
  return written.ok ? ok({ title, version, controls: controls.length, profile: path }) : written;
}

async function readDocument(path: string): Promise<Result<OscalFile>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return fail(unreadable(path, found === null ? 'is not there' : 'is no file'));
  // A character of JSON takes four bytes at most.
  if (found.size > LIMITS.oscalCharacters * 4)
    return fail(unreadable(path, `has ${found.size} bytes, which is too many`));
  return readFile(path, 'utf8').then(
    (text) => ok({ name: basename(path), text }),
    () => fail(unreadable(path, 'cannot be read')),
  );
}

function unreadable(path: string, why: string): Problem {
  return {
    code: 'unreadable',
    message: `'${path}' ${why}; an import reads OSCAL documents in JSON`,
    path,
    hint: 'Name the JSON file as its publisher offers it for download.',
  };
}

function taken(path: string, directory: string): Problem {
  return {
    code: 'duplicate',
    message: `pack '${directory}' has '${path}' already; an import adds a profile and replaces none`,
    path: directory,
    hint: 'Give the profile another id with --id.',
  };
}
