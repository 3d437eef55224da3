// From the official turnover file and a pack of systems to a pack of organisations in a folder of its own.
import type { TurnoverImport, TurnoverImported } from '#cli';
import { readNhsTurnover, writeCsv } from '#exchange';
import { ok, type Result } from '#kernel';
import { readPack, readPackFiles, rewritePack, writePack } from '#pack';
import { importOrganisations } from '#planning';
import { finishFirst } from './finish-first.ts';
import { trialProblem } from './trial-pack.ts';
import { readWholeFile } from './whole-file.ts';

const OFFICIAL_FILE = {
  name: 'an official file',
  hint: 'Name the CSV file as downloaded from the publisher.',
} as const;

export async function importNhsTurnover({
  file,
  packDirectory,
  into,
}: TurnoverImport): Promise<Result<TurnoverImported>> {
  const bytes = await readWholeFile(file, OFFICIAL_FILE);
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
