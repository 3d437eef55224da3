// Every reference case in turn: what was expected, what we get, and how far apart they are.
import type { Pack } from '../ports.ts';
import type { Check } from './check.ts';
import { checkDutchGps } from './dutch-gps.ts';
import { checkFourGrades, checkVacancyChain } from './personnel-chains.ts';
import { checkSecondImplementation } from './second-implementation.ts';
import { checkWfb1 } from './wfb1.ts';

/** @param smallest a small pack on which the second implementation runs, such as the hamlet pack
 *  @returns the checks in the order of the cases; verification has passed where every one is met */
export function verifyAll(smallest: Pack): readonly Check[] {
  return [
    ...checkFourGrades(),
    ...checkDutchGps(),
    ...checkVacancyChain(),
    ...checkWfb1(),
    ...checkSecondImplementation(smallest),
  ];
}
