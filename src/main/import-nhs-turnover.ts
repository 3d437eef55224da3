// From the official turnover file and a pack of systems to a pack of organisations in a folder of its own.
import { readFile, stat } from 'node:fs/promises';
import type { TurnoverImport, TurnoverImported } from '#cli';
import { readNhsTurnover, writeCsv } from '#exchange';
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import { readPack, readPackFiles, rewritePack, writePack } from '#pack';
import { importOrganisations } from '#planning';
import { finishFirst } from './finish-first.ts';
import { trialProblem } from './trial-pack.ts';

export async function importNhsTurnover({
  file,
  packDirectory,
  into,
}: TurnoverImport): Promise<Result<TurnoverImported>> {
  const bytes = await readWhole(file);
  if (!bytes.ok) return bytes;
  const statistics = readNhsTurnover(file, bytes.value);
  if (!statistics.ok) return statistics;
  const pack = await readPack(packDirectory);
  if (!pack.ok) return pack;
  const imported = importOrganisations(pack.value, statistics.value);
  if (!imported.ok) return imported;
  const files = await readPackFiles(packDirectory);
  if (!files.ok) return files;
  const rewritten = rewritePack(files.value, imported.value, writeCsv);
  const written = await finishFirst(async () => (await trialProblem(rewritten)) ?? writePack(into, rewritten));
  if (!written.ok) return written;
  const { organisations, month } = statistics.value;
  const { id, name } = imported.value.system;
  const systems = new Set(organisations.map(({ system }) => system.code)).size;
  return ok({ id, name, month, organisations: organisations.length, systems, notes: imported.value.notes });
}

async function readWhole(file: string): Promise<Result<Uint8Array>> {
  const refuse = (code: Problem['code'], message: string): Result<Uint8Array> =>
    fail({ code, message, path: file, hint: 'Name the CSV file as downloaded from the publisher.' });
  const found = await stat(file).catch(() => null);
  if (found === null) return refuse('not-found', `there is no file '${file}'; an import reads one`);
  if (!found.isFile()) return refuse('unreadable', `'${file}' is no file; an import reads one`);
  if (found.size > LIMITS.importBytes) {
    return refuse('too-large', `'${file}' has ${found.size} bytes; an official file has at most ${LIMITS.importBytes}`);
  }
  return readFile(file).then(
    (bytes) => ok(bytes),
    () => refuse('unreadable', `'${file}' cannot be read; an import reads it whole`),
  );
}
