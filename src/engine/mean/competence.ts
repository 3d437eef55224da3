// Time to competence: what a change of it makes of the same work, as a factor on the FTE that the work takes.
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model } from '../model/model.ts';

/** More of all working time than this cannot be lost to people growing into their posts. */
const MOST_LOST = 0.5;

/** Nor can the time to competence become longer than this many times what it is. */
const MOST_LEVEL = 1.9;

export type Competence = {
  /** FTE that the same work takes, as a multiple of what it takes while nothing changes; 1 where nothing does. */
  readonly factor: number;
  /** Of what is lost without a change, for one more of months and of newcomers; 0 where it is held at a bound. */
  readonly lostPerMonth: number;
  readonly lostPerNewcomer: number;
  /** Change of the logarithm of the factor for one more of what is lost, and for one more of the level. */
  readonly logSlopeOfLost: number;
  readonly logSlopeOfLevel: number;
};

/** Somebody new grows evenly into the whole of the work, so half of the months to competence are lost.
 *  @source docs/model/demand.md, eq. 5 */
export function competenceAt(model: Model, sample: SampleRow, step: number): Competence {
  const { competenceMonths, competenceNewcomers, competenceLevel } = model.levers;
  const months = scalarOf(competenceMonths, sample, step);
  const newcomers = scalarOf(competenceNewcomers, sample, step);
  const stated = (months * newcomers) / 24;
  const lost = Math.min(Math.max(stated, 0), MOST_LOST);
  const isLostFree = lost === stated;
  const asked = scalarOf(competenceLevel, sample, step);
  const level = Math.min(Math.max(asked, 0), MOST_LEVEL);
  const left = 1 - lost * level;
  return {
    factor: (1 - lost) / left,
    lostPerMonth: isLostFree ? newcomers / 24 : 0,
    lostPerNewcomer: isLostFree ? months / 24 : 0,
    logSlopeOfLost: (level - 1) / ((1 - lost) * left),
    logSlopeOfLevel: level === asked ? lost / left : 0,
  };
}
