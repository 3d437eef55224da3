// How demand changes with each assumption: through the formulas of lines, and through the course that they follow.
import { formulaGradient, POSTS_TODAY } from '#blueprint';
import type { Competence } from '../mean/competence.ts';
import { lineFte } from '../mean/demand-unit.ts';
import { vacantShare } from '../mean/joiners.ts';
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, ModelDemandLine } from '../model/model.ts';
import { courseLevels, weightsOfLines } from './line-weights.ts';
import { addSlope, type Slopes } from './slopes.ts';

const FIRST = { step: 0, member: 0 };

/** Adds the slopes of the digital FTE that all units ask for together at a step. @source docs/model/sensitivity.md, eq. 8 */
export function addDemandSlopes(
  model: Model,
  slopes: Slopes,
  at: { readonly sample: SampleRow; readonly step: number },
): void {
  const { demandLevel, productivityYearly } = model.levers;
  const { sample, step } = at;
  const { level, taken, competence, isSavingMore } = courseLevels(model, sample, step);
  let beyondToday = 0;
  let whole = 0;
  for (const [line, parts] of weightsOfLines(model, step)) {
    const asked = model.demand.lines[line];
    if (asked === undefined) continue;
    const weight = parts.today + parts.beyondToday * level;
    const fte = lineFte(model, asked, sample);
    beyondToday += parts.beyondToday * taken * fte;
    whole += weight * taken * fte;
    if (fte > 0) addLineSlopes(model, slopes, { line: asked, sample, gradient: weight * taken });
  }
  if (level > 0) addSlope(slopes, demandLevel, { gradient: beyondToday, at: { step, member: 0 } });
  if (isSavingMore) {
    const gradient = (-step / 12 / (1 - scalarOf(productivityYearly, sample, step))) * whole;
    addSlope(slopes, productivityYearly, { gradient, at: { step, member: 0 } });
  }
  addCompetenceSlopes(model, slopes, { competence, whole, step });
}

type CompetenceSlope = { readonly competence: Competence; readonly whole: number; readonly step: number };

function addCompetenceSlopes(model: Model, slopes: Slopes, { competence, whole, step }: CompetenceSlope): void {
  const { competenceMonths, competenceNewcomers, competenceLevel } = model.levers;
  const { lostPerMonth, lostPerNewcomer, logSlopeOfLost, logSlopeOfLevel } = competence;
  const at = { step, member: 0 };
  addSlope(slopes, competenceMonths, { gradient: whole * logSlopeOfLost * lostPerMonth, at });
  addSlope(slopes, competenceNewcomers, { gradient: whole * logSlopeOfLost * lostPerNewcomer, at });
  addSlope(slopes, competenceLevel, { gradient: whole * logSlopeOfLevel, at });
}

type LineSlope = { readonly line: ModelDemandLine; readonly sample: SampleRow; readonly gradient: number };

function addLineSlopes(model: Model, slopes: Slopes, { line, sample, gradient }: LineSlope): void {
  const { stockLevel, vacancyShare } = model.levers;
  const vacant = vacantShare(model, sample);
  const perLevel = line.filledPostsFte / (1 - vacant);
  const posts = perLevel * scalarOf(stockLevel, sample, 0);
  const values = new Map(
    line.names.map(({ name, value }) => [name, value === 'posts-today' ? posts : scalarOf(value, sample, 0)]),
  );
  for (const [name, slope] of formulaGradient(line.formula, (each) => values.get(each) ?? 0)) {
    const value = line.names.find((each) => each.name === name)?.value;
    if (value !== undefined && value !== 'posts-today') {
      addSlope(slopes, value, { gradient: gradient * slope, at: FIRST });
    } else if (name === POSTS_TODAY) {
      addSlope(slopes, stockLevel, { gradient: gradient * slope * perLevel, at: FIRST });
      const isWithinBounds = scalarOf(vacancyShare, sample, 0) === vacant;
      const worth = (gradient * slope * posts) / (1 - vacant);
      if (isWithinBounds) addSlope(slopes, vacancyShare, { gradient: worth, at: FIRST });
    }
  }
}
