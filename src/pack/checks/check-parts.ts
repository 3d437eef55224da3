// What the files of a pack must say together, checked part by part.
import type { FlawList } from '../flaw-list.ts';
import type { PackParts } from '../pack-parts.ts';
import { checkDriversCounted, checkRequirements } from './blueprint.ts';
import { checkChannels } from './channels.ts';
import { createContext } from './context.ts';
import { checkCorrelations } from './correlations.ts';
import { checkDelivery } from './delivery.ts';
import { checkDisclosure } from './disclosure.ts';
import { checkHead } from './head.ts';
import { checkPlaces } from './places.ts';
import { checkPlanningRules } from './planning-rules.ts';
import { checkProfiles, checkResolution } from './profiles.ts';
import { checkRecords } from './records.ts';
import { checkRegister, checkUse } from './register.ts';
import { checkRoles } from './roles.ts';
import { checkSkills } from './skills.ts';
import { checkCases, checkScenarios } from './scenarios.ts';
import { checkDriverValues, checkStock } from './stock.ts';

/** Reports everything that is wrong; what comes later leans on nothing that an earlier check may have refused,
 *  except where places must make a tree. */
export function checkParts(parts: PackParts, flaws: FlawList): void {
  const context = createContext(parts, flaws);
  checkPlaces(context);
  const isTree = flaws.isEmpty();
  checkHead(context);
  checkRoles(context);
  checkSkills(context);
  checkDriverValues(context);
  checkStock(context);
  checkChannels(context);
  checkPlanningRules(context);
  checkDisclosure(context);
  checkDelivery(context);
  checkRegister(context);
  checkCorrelations(context);
  checkRequirements(context);
  checkProfiles(context);
  checkRecords(context);
  checkScenarios(context);
  checkCases(context);
  checkUse(context);
  if (!isTree) return;
  checkResolution(context);
  checkDriversCounted(context);
}
