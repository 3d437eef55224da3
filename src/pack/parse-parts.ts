// Reads every file of a pack by its schema and hands out the things in them.
import type { z } from 'zod';
import type { FlawList } from './flaw-list.ts';
import type { Entry, PackParts } from './pack-parts.ts';
import { itemsOf, type Parsed, parseRows, parseYamlFile, type Source, wholeOf } from './parse-file.ts';
import { parseSkills, postEntries, professionSkills } from './parse-skills.ts';
import { assumptionsFileSchema } from './schemas/assumptions-file.ts';
import { amendmentFileSchema } from './schemas/amendment-file.ts';
import { assuranceFileSchema } from './schemas/assurance-file.ts';
import { budgetFileSchema } from './schemas/budget-file.ts';
import { casesFileSchema } from './schemas/cases-file.ts';
import { catalogueFileSchema } from './schemas/catalogue-file.ts';
import { channelsFileSchema } from './schemas/channels-file.ts';
import { deliveryFileSchema } from './schemas/delivery-file.ts';
import { disclosureFileSchema } from './schemas/disclosure-file.ts';
import { packFileSchema } from './schemas/pack-file.ts';
import { planningRulesFileSchema } from './schemas/planning-rules-file.ts';
import { profileFileSchema } from './schemas/profile-file.ts';
import { rolesFileSchema } from './schemas/roles-file.ts';
import * as rows from './schemas/rows.ts';
import { scenarioFileSchema } from './schemas/scenario-file.ts';
import { statementsFileSchema } from './schemas/statements-file.ts';

/** @param files path in the pack → text
 *  @returns null where a file is missing or not of its form; `flaws` then says why */
export function parseParts(files: ReadonlyMap<string, string>, flaws: FlawList): PackParts | null {
  const source = { files, flaws };
  const head = parseYamlFile(source, 'pack.yaml', packFileSchema);
  const tables = parseTables(source);
  const roles = parseYamlFile(source, 'roles.yaml', rolesFileSchema);
  const channels = parseYamlFile(source, 'channels.yaml', channelsFileSchema);
  const planningRules = parseRules(source);
  const disclosure = parseDisclosure(source);
  const delivery = parseDelivery(source);
  const registers = parseFolder(source, 'assumptions/', assumptionsFileSchema);
  const catalogue = parseYamlFile(source, 'blueprint/catalogue.yaml', catalogueFileSchema);
  const profiles = parseFolder(source, 'blueprint/profiles/', profileFileSchema);
  const versions = parseVersions(source);
  const records = parseRecords(source);
  const skills = parseSkills(source);
  const scenarios = parseFolder(source, 'scenarios/', scenarioFileSchema);
  const cases = parseFolder(source, 'cases/', casesFileSchema);
  if (head === null || tables === null || roles === null || channels === null || catalogue === null) return null;
  if (!flaws.isEmpty()) return null;
  return {
    ...tables,
    ...roleParts(roles),
    ...headParts(head),
    channels: itemsOf({ yaml: channels.yaml, key: 'channels', list: channels.value.channels, noun: 'channel' }),
    planningRules,
    disclosure,
    delivery,
    assumptions: registers.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'assumptions', list: value.assumptions, noun: 'assumption' }),
    ),
    correlations: registers.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'correlations', list: value.correlations, noun: 'correlation' }),
    ),
    catalogue: wholeOf(catalogue, 'the catalogue'),
    requirements: itemsOf({
      yaml: catalogue.yaml,
      key: 'requirements',
      list: catalogue.value.requirements,
      noun: 'requirement',
    }),
    profiles: named(profiles, 'profile'),
    ...records,
    ...skills,
    posts: postEntries(roles),
    professionSkills: professionSkills(roles),
    ...versions,
    scenarios: named(scenarios, 'scenario'),
    cases: cases.flatMap(({ yaml, value }) => itemsOf({ yaml, key: 'cases', list: value.cases, noun: 'case' })),
  };
}

function parseRules(source: Source): PackParts['planningRules'] {
  const rules = source.files.has('planning-rules.yaml')
    ? parseYamlFile(source, 'planning-rules.yaml', planningRulesFileSchema)
    : null;
  return rules === null ? [] : itemsOf({ yaml: rules.yaml, key: 'rules', list: rules.value.rules, noun: 'rule' });
}

function parseDisclosure(source: Source): PackParts['disclosure'] {
  const file = 'disclosure.yaml';
  const rule = source.files.has(file) ? parseYamlFile(source, file, disclosureFileSchema) : null;
  return rule === null ? null : wholeOf(rule, 'the rule of disclosure');
}

function parseDelivery(source: Source): PackParts['delivery'] {
  const file = 'delivery.yaml';
  const rules = source.files.has(file) ? parseYamlFile(source, file, deliveryFileSchema) : null;
  return rules === null ? null : wholeOf(rules, 'the rules of delivery');
}

function parseTables(source: Source): Pick<PackParts, 'places' | 'driverValues' | 'stock'> | null {
  const places = parseRows(source, {
    file: 'places.csv',
    columns: rows.PLACE_COLUMNS,
    row: rows.placeRowSchema,
    nameOf: ({ code }) => `place '${code}'`,
  });
  const driverValues = parseRows(source, {
    file: 'drivers.csv',
    columns: rows.DRIVER_COLUMNS,
    row: rows.driverRowSchema,
    nameOf: ({ place, driver }) => `driver value of ${place}, ${driver}`,
  });
  const stock = parseRows(source, {
    file: 'stock.csv',
    columns: rows.STOCK_COLUMNS,
    row: rows.stockRowSchema,
    nameOf: ({ place, role, band, ageGroup }) => `stock of ${place}, ${role}, ${band}, ${ageGroup}`,
  });
  if (places === null || driverValues === null || stock === null) return null;
  return { places, driverValues, stock };
}

/** Other versions of the catalogue: each a whole one, or an amendment of the one in force. */
function parseVersions(source: Source): Pick<PackParts, 'versions' | 'amendments'> {
  const files = [...source.files].filter(([file]) => file.startsWith('blueprint/versions/'));
  const [amending, whole] = [true, false].map((amends) =>
    files.flatMap(([file, text]) => (/^amends\s*:/m.test(text) === amends ? [file] : [])),
  );
  const read = <Schema extends z.ZodType<{ readonly version: string }>>(paths: readonly string[], schema: Schema) =>
    paths.flatMap((file) => {
      const parsed = parseYamlFile(source, file, schema);
      return parsed === null ? [] : [wholeOf(parsed, `version '${parsed.value.version}'`)];
    });
  return { versions: read(whole ?? [], catalogueFileSchema), amendments: read(amending ?? [], amendmentFileSchema) };
}

type RecordParts = Pick<PackParts, 'statements' | 'evidence' | 'findings' | 'risks' | 'actions' | 'budgetLines'>;

function parseRecords(source: Source): RecordParts {
  const statements = parseFolder(source, 'blueprint/statements/', statementsFileSchema);
  const assurance = parseFolder(source, 'blueprint/assurance/', assuranceFileSchema);
  const budgets = parseFolder(source, 'blueprint/budget/', budgetFileSchema);
  return {
    statements: statements.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'statements', list: value.statements, noun: 'statement' }),
    ),
    evidence: assurance.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'evidence', list: value.evidence, noun: 'evidence' }),
    ),
    findings: assurance.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'findings', list: value.findings, noun: 'finding' }),
    ),
    risks: assurance.flatMap(({ yaml, value }) => itemsOf({ yaml, key: 'risks', list: value.risks, noun: 'risk' })),
    actions: assurance.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'actions', list: value.actions, noun: 'action' }),
    ),
    budgetLines: budgets.flatMap(({ yaml, value }) =>
      itemsOf({ yaml, key: 'budget', list: value.budget, noun: 'budget line' }),
    ),
  };
}

function headParts({ yaml, value }: Parsed<z.output<typeof packFileSchema>>) {
  return {
    head: wholeOf({ yaml, value }, 'the pack'),
    sources: itemsOf({ yaml, key: 'sources', list: value.sources, noun: 'source' }),
    ageGroups: itemsOf({ yaml, key: 'ageGroups', list: value.ageGroups, noun: 'age group' }),
    drivers: itemsOf({ yaml, key: 'drivers', list: value.drivers, noun: 'driver' }),
    comparisons: itemsOf({ yaml, key: 'comparisons', list: value.comparisons, noun: 'comparison' }),
  };
}

function roleParts({ yaml, value }: Parsed<z.output<typeof rolesFileSchema>>) {
  return {
    professions: itemsOf({ yaml, key: 'professions', list: value.professions, noun: 'profession' }),
    families: itemsOf({ yaml, key: 'families', list: value.families, noun: 'family' }),
    bands: itemsOf({ yaml, key: 'bands', list: value.bands, noun: 'band' }),
    roles: itemsOf({ yaml, key: 'roles', list: value.roles, noun: 'role' }),
    moves: itemsOf({ yaml, key: 'moves', list: value.moves, noun: 'move' }),
  };
}

function parseFolder<Schema extends z.ZodType>(
  source: Source,
  folder: string,
  schema: Schema,
): readonly Parsed<z.output<Schema>>[] {
  return [...source.files.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => parseYamlFile(source, file, schema))
    .filter((parsed) => parsed !== null);
}

function named<T extends { readonly id: string }>(files: readonly Parsed<T>[], noun: string): readonly Entry<T>[] {
  return files.map((parsed) => wholeOf(parsed, `${noun} '${parsed.value.id}'`));
}
