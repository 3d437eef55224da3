// Demand taken back to the requirements that ask for it, their formulas, and the drivers and assumptions in these.
import { demandLines, namesIn, POSTS_TODAY, type DemandLine } from '#blueprint';
import { demandParts, type Slice } from '#engine';
import { driverReader } from '#workforce';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import { assumptionPart, driverPart, sourceInWords, type ExplainedPart } from './explanation.ts';

/** @returns one part for each line of the blueprint that asks for people of the slice, the greatest first */
export function demandExplained(
  run: PreparedRun,
  at: { readonly slice: Slice; readonly step: number },
): readonly ExplainedPart[] {
  const lines = demandLines(run.resolved);
  return demandParts(run.model, run.samples, at)
    .toSorted((one, other) => other.fte - one.fte)
    .flatMap(({ line, fte, lineFte }) => {
      const asked = lines[line];
      return asked === undefined ? [] : [linePart(run, asked, { fte, lineFte })];
    });
}

function linePart(
  run: PreparedRun,
  line: DemandLine,
  amounts: { readonly fte: number; readonly lineFte: number },
): ExplainedPart {
  const { pack } = run;
  const requirement = pack.blueprint.catalogue.requirements.find(({ id }) => id === line.requirement);
  return {
    name: `${line.requirement} in ${line.place}, role ${line.role}`,
    value: amounts.fte,
    unit: 'FTE',
    says: `${requirement?.title ?? line.requirement}: ${line.formula.text} = ${rounded(amounts.lineFte)} FTE of posts when mature, then its share of this slice and month`,
    source: requirement === undefined ? null : sourceInWords(pack.system, requirement.source),
    location: pack.locations.get(`requirement/${line.requirement}`) ?? null,
    parts: namesIn(line.formula).map((name) => namePart(run, line, name)),
  };
}

function namePart(run: PreparedRun, line: DemandLine, name: string): ExplainedPart {
  const { pack, register } = run;
  const parameter = line.parameters.find(({ id }) => id === name);
  if (parameter !== undefined) {
    const { value, unit, setBy } = parameter;
    const assumption = value.kind === 'assumption' ? register.find(({ id }) => id === value.id) : undefined;
    return {
      name,
      value: value.kind === 'number' ? value.value : null,
      unit,
      says: `set by ${setBy}`,
      source: null,
      location: pack.locations.get(`requirement/${line.requirement}`) ?? null,
      parts: assumption === undefined ? [] : [assumptionPart(pack, assumption)],
    };
  }
  if (name === POSTS_TODAY) return postsPart(run, line);
  return driverPart(pack, name, { place: line.place, value: driverReader(pack.system)(line.place, name) ?? 0 });
}

function postsPart({ pack, register }: PreparedRun, line: DemandLine): ExplainedPart {
  const used = register.filter(({ id }) => id === 'vacancy.share' || id === 'stock.level');
  return {
    name: POSTS_TODAY,
    value: null,
    unit: 'FTE',
    says: `posts of the base month in ${line.place}, filled and vacant: stock ÷ (1 − vacancy.share)`,
    source: null,
    location: 'stock.csv',
    parts: used.map((assumption) => assumptionPart(pack, assumption)),
  };
}

function rounded(fte: number): number {
  return Math.round(fte * 100) / 100;
}
