// Reads a pack folder whole and checks it: a pack that comes out of here may be trusted by every use case.
import { fail, ok, type Result } from '#kernel';
import { STRICTEST_RULE, type Pack, type PackFilesReader, type PackReader } from '#planning';
import { amendedVersions } from './amended-versions.ts';
import { checkParts } from './checks/check-parts.ts';
import { createFlawList } from './flaw-list.ts';
import { locationsOf } from './locations.ts';
import { folderOfTexts, hashOfFiles, readPackFolder, type FolderReading } from './pack-files.ts';
import type { Entry, PackParts } from './pack-parts.ts';
import { parseParts } from './parse-parts.ts';

/** Reads and checks in two stages: the form of every file, then, where all are of their form, what they say together. */
export const readPack: PackReader = async (directory) => {
  const reading = await readWholePack(directory);
  return reading.ok ? ok(reading.value.pack) : reading;
};

/** The texts of the files that make a pack, by path in the pack: what a copy must hold to be read again. A pack that
 *  is not sound is refused, so that nothing unsound is copied. */
export const readPackFiles: PackFilesReader = async (directory) => {
  const reading = await readWholePack(directory);
  return reading.ok ? ok(reading.value.files) : reading;
};

/** A pack together with the texts it was made from. */
export type WholePack = { readonly pack: Pack; readonly files: ReadonlyMap<string, string> };

/** Reads once what is both used and copied, so that the copy is what was used. */
export async function readWholePack(directory: string): Promise<Result<WholePack>> {
  const reading = await readPackFolder(directory);
  return reading.ok ? checkedPack(reading.value, directory) : reading;
}

/** Reads a pack from texts that are kept elsewhere than in a folder; the same texts give the same pack and problems.
 *  @param texts path in the pack → text */
export function readPackTexts(texts: ReadonlyMap<string, string>): Result<Pack> {
  const reading = checkedPack(folderOfTexts(texts), '');
  return reading.ok ? ok(reading.value.pack) : reading;
}

function checkedPack({ files, flaws: found }: FolderReading, directory: string): Result<WholePack> {
  const flaws = createFlawList();
  flaws.add(...found);
  const parts = parseParts(files, flaws);
  if (parts !== null) checkParts(parts, flaws);
  if (parts === null || !flaws.isEmpty()) return fail(...flaws.toProblems(directory));
  return ok({ pack: packOf(parts, files), files });
}

function packOf(parts: PackParts, files: ReadonlyMap<string, string>): Pack {
  return {
    system: {
      ...parts.head.value,
      places: valuesOf(parts.places),
      driverValues: valuesOf(parts.driverValues),
      professions: valuesOf(parts.professions),
      families: valuesOf(parts.families),
      bands: valuesOf(parts.bands),
      roles: valuesOf(parts.roles),
      moves: valuesOf(parts.moves),
      stock: valuesOf(parts.stock),
      channels: valuesOf(parts.channels),
      planningRules: valuesOf(parts.planningRules),
      assumptions: valuesOf(parts.assumptions),
      correlations: valuesOf(parts.correlations),
      scenarios: valuesOf(parts.scenarios),
    },
    blueprint: { catalogue: parts.catalogue.value, profiles: valuesOf(parts.profiles) },
    records: {
      versions: [
        ...valuesOf(parts.versions),
        ...amendedVersions(parts).flatMap(({ amended }) => (amended.ok ? [amended.value] : [])),
      ],
      statements: valuesOf(parts.statements),
      evidence: valuesOf(parts.evidence),
      findings: valuesOf(parts.findings),
      risks: valuesOf(parts.risks),
      actions: valuesOf(parts.actions),
      budgetLines: valuesOf(parts.budgetLines),
    },
    cases: valuesOf(parts.cases),
    skills: {
      frameworks: valuesOf(parts.frameworks),
      mappings: valuesOf(parts.mappings),
      terms: valuesOf(parts.terms),
      posts: valuesOf(parts.posts),
      professions: parts.professionSkills,
    },
    disclosure: parts.disclosure?.value ?? STRICTEST_RULE,
    agreementRules: parts.delivery?.value.agreements ?? null,
    hash: hashOfFiles(files),
    locations: locationsOf(parts),
  };
}

function valuesOf<T>(entries: readonly Entry<T>[]): readonly T[] {
  return entries.map((entry) => entry.value);
}
