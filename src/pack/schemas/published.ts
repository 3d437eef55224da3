// The JSON Schemas of the files of a pack, as editors and other tools can use them.
import { z } from 'zod';
import { amendmentFileSchema } from './amendment-file.ts';
import { assuranceFileSchema } from './assurance-file.ts';
import { assumptionsFileSchema } from './assumptions-file.ts';
import { budgetFileSchema } from './budget-file.ts';
import { casesFileSchema } from './cases-file.ts';
import { catalogueFileSchema } from './catalogue-file.ts';
import { channelsFileSchema } from './channels-file.ts';
import { crosswalkFileSchema } from './crosswalk-file.ts';
import { deliveryFileSchema } from './delivery-file.ts';
import { disclosureFileSchema } from './disclosure-file.ts';
import { frameworkFileSchema } from './framework-file.ts';
import { packFileSchema } from './pack-file.ts';
import { planningRulesFileSchema } from './planning-rules-file.ts';
import { profileFileSchema } from './profile-file.ts';
import { rolesFileSchema } from './roles-file.ts';
import { driverRowSchema, placeRowSchema, stockRowSchema } from './rows.ts';
import { scenarioFileSchema } from './scenario-file.ts';
import { statementsFileSchema } from './statements-file.ts';
import { termsFileSchema } from './terms-file.ts';

const PUBLISHED = [
  { name: 'pack', title: 'pack.yaml', schema: packFileSchema },
  { name: 'places-row', title: 'A row of places.csv, its cells as text', schema: placeRowSchema },
  { name: 'roles', title: 'roles.yaml', schema: rolesFileSchema },
  { name: 'drivers-row', title: 'A row of drivers.csv, its cells as text', schema: driverRowSchema },
  { name: 'stock-row', title: 'A row of stock.csv, its cells as text', schema: stockRowSchema },
  { name: 'channels', title: 'channels.yaml', schema: channelsFileSchema },
  { name: 'planning-rules', title: 'planning-rules.yaml', schema: planningRulesFileSchema },
  { name: 'disclosure', title: 'disclosure.yaml', schema: disclosureFileSchema },
  { name: 'delivery', title: 'delivery.yaml', schema: deliveryFileSchema },
  { name: 'assumptions', title: 'A file of assumptions/', schema: assumptionsFileSchema },
  {
    name: 'catalogue',
    title: 'blueprint/catalogue.yaml, or a file of blueprint/versions/',
    schema: catalogueFileSchema,
  },
  {
    name: 'amendment',
    title: 'A file of blueprint/versions/ that begins with amends',
    schema: amendmentFileSchema,
  },
  { name: 'profile', title: 'A file of blueprint/profiles/', schema: profileFileSchema },
  { name: 'statements', title: 'A file of blueprint/statements/', schema: statementsFileSchema },
  { name: 'assurance', title: 'A file of blueprint/assurance/', schema: assuranceFileSchema },
  { name: 'budget', title: 'A file of blueprint/budget/', schema: budgetFileSchema },
  { name: 'framework', title: 'A file of skills/frameworks/', schema: frameworkFileSchema },
  { name: 'crosswalk', title: 'A file of skills/crosswalks/', schema: crosswalkFileSchema },
  { name: 'terms', title: 'A file of skills/terms/', schema: termsFileSchema },
  { name: 'scenario', title: 'A file of scenarios/', schema: scenarioFileSchema },
  { name: 'cases', title: 'A file of cases/', schema: casesFileSchema },
] as const;

/** What one writes, before defaults are filled in: name → JSON Schema (draft 2020-12). It holds the form of each file;
 *  what files must say together is checked by reading the pack. */
export function packJsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    PUBLISHED.map(({ name, title, schema }) => [name, { title, ...z.toJSONSchema(schema, { io: 'input' }) }]),
  );
}
