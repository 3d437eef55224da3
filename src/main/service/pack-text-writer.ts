// Parts of a pack written as the files they are read from, put behind the port that the use cases ask for.
import {
  catalogueText,
  profileText,
  renewPack,
  replaceAssumptions,
  reviseAssumption,
  reviseMapping,
  scenarioText,
  stockText,
} from '#pack';
import type { PackTextWriter } from '#service';

export const writePackText: PackTextWriter = {
  scenario: scenarioText,
  profile: profileText,
  catalogue: catalogueText,
  stock: stockText,
  assumption: reviseAssumption,
  mapping: reviseMapping,
  renewed: (files, { counted, ...learned }) =>
    counted === null ? replaceAssumptions(files, learned) : renewPack(files, { ...learned, ...counted }),
};
