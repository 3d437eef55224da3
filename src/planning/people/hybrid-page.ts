// A hybrid role as a planner sees it: who could fill it, what the source profession loses, what it does to the gap.
import { formatMonth, monthInWords, ok, type Month, type Result } from '#kernel';
import {
  gapsBetween,
  hoursOfLevel,
  type Protect,
  type ProtectedCount,
  type RoleLevel,
  sourceLoss,
  type SourceLoss,
} from '#pathways';
import type { Pack } from '../ports.ts';
import {
  type BlueprintAnswer,
  counted,
  number,
  type PageSection,
  plainRows,
  text,
} from '../blueprint/blueprint-page.ts';
import { fteInWords, listInWords, percentInWords, poundsInWords } from '../plan/words.ts';
import { prepareRoutes, type PreparedRoutes } from './find-routes.ts';
import { type HybridDesign, levelOfDesign } from './hybrid-design.ts';
import { type EffectPoint, type EffectWorld, hybridEffect } from './hybrid-effect.ts';
import { hoursInWords, peoplePage } from './people-page.ts';
import { statedValues } from './stated-values.ts';

export type HybridRequest = {
  readonly design: HybridDesign;
  readonly scenario: string;
  readonly asOf: Month;
};

export type HybridData = {
  readonly level: RoleLevel;
  /** Posts whose holders bring enough and have the registrations, most first. */
  readonly couldFill: readonly Candidate[];
  readonly loss: SourceLoss;
  readonly effect: readonly EffectPoint[];
  /** Whether the blueprint asks for the role: only then does it lessen a shortage of its own. */
  readonly isAskedFor: boolean;
};

export type Candidate = {
  readonly level: string;
  readonly name: string;
  /** Share of the role's learning hours that they bring, 0..1. */
  readonly coverage: number;
  readonly hoursToLearn: number;
  readonly missingRegistrations: readonly string[];
  readonly people: ProtectedCount;
};

/** @param protect hides small numbers from the reader */
export async function hybridAnswer(
  pack: Pack,
  request: HybridRequest,
  world: EffectWorld & { readonly protect: Protect },
): Promise<Result<BlueprintAnswer<HybridData>>> {
  const prepared = prepareRoutes(pack, { framework: null, measure: 'coverage', asOf: request.asOf });
  if (!prepared.ok) return prepared;
  const level = levelOfDesign(request.design, { pack, ...prepared.value });
  if (!level.ok) return level;
  const effect = await hybridEffect(pack, request, world);
  if (!effect.ok) return effect;
  const data: HybridData = {
    level: level.value,
    couldFill: candidates(level.value, prepared.value, world.protect),
    loss: lossOf(pack, request),
    effect: effect.value.points,
    isAskedFor: effect.value.isAskedFor,
  };
  return ok({ data, page: pageOf(pack, { request, data, names: prepared.value.names }) });
}

function candidates(level: RoleLevel, { graph, map }: PreparedRoutes, protect: Protect): readonly Candidate[] {
  const { rules } = graph;
  const whole = hoursOfLevel(level, rules);
  return map.levels
    .filter((from) => from.role !== level.role)
    .map((from): Candidate => {
      const gaps = gapsBetween({ held: from.needs, needs: level.needs }, rules.credit, rules.learning);
      const hoursToLearn = gaps.reduce((sum, { hours }) => sum + hours, 0);
      return {
        level: from.id,
        name: from.name,
        coverage: whole === 0 ? 0 : 1 - hoursToLearn / whole,
        hoursToLearn,
        missingRegistrations: level.registrations.filter((each) => !from.registrations.includes(each)),
        people: protect(map.headcountOf.get(from.id) ?? 0),
      };
    })
    .filter(({ coverage }) => coverage >= rules.measure.viableFrom)
    .toSorted(
      (one, other) =>
        one.missingRegistrations.length - other.missingRegistrations.length || other.coverage - one.coverage,
    );
}

function lossOf({ system }: Pack, { design }: HybridRequest): SourceLoss {
  const stated = statedValues(system);
  const pay = stated('pay.salary', system.baseMonth, design.band);
  const kept = design.parts
    .filter(({ profession }) => profession === design.sourceProfession)
    .reduce((sum, { shareOfFte }) => sum + shareOfFte, 0);
  return sourceLoss({
    ...design,
    shareGivenUp: 1 - kept,
    payGbpPerFteYear: pay * (1 + stated('pay.on-costs', system.baseMonth, null)),
  });
}

type Telling = {
  readonly request: HybridRequest;
  readonly data: HybridData;
  readonly names: PreparedRoutes['names'];
};

function pageOf(pack: Pack, { request, data, names }: Telling) {
  const { design } = request;
  const nameOf = (id: string) => pack.system.professions.find((each) => each.id === id)?.name ?? id;
  const shares = design.parts.map(
    ({ profession, shareOfFte }) => `${percentInWords(shareOfFte)} ${nameOf(profession)}`,
  );
  const needs = data.level.registrations;
  const last = data.effect.at(-1);
  return peoplePage(
    { pack, asOf: request.asOf },
    {
      id: 'hybrid',
      title: `Hybrid role: ${design.name}`,
      summary: [
        `${design.name} is ${listInWords(shares)}, and needs ${needs.length === 0 ? 'no registration' : `registration with ${listInWords(needs)}`}.`,
        `${counted(data.couldFill.filter(({ missingRegistrations }) => missingRegistrations.length === 0).length, 'kind of post brings', 'kinds of post bring')} enough of its skills and the registrations.`,
        `With ${fteInWords(design.startsPerYear)} starts a year, the source profession has ${fteInWords(data.loss.studyFte)} FTE in study, of which ${fteInWords(data.loss.unfilledStudyFte)} are not filled, and gives up ${fteInWords(data.loss.givenUpFtePerYear)} FTE more each year.`,
        ...(last === undefined
          ? []
          : [
              `By ${monthInWords(last.month)} the shortfall of digital FTE is ${changeInWords(-last.gapFte)}, and the shortage added up role by role is ${changeInWords(last.shortageFte)}.`,
            ]),
        ...(data.isAskedFor
          ? []
          : [
              'The blueprint asks for nobody in this role, so it closes the gap as a whole and no shortage of its own.',
            ]),
      ],
      sections: [
        needsSection(data.level, names),
        fillSection(data),
        lossSection(data.loss, design),
        effectSection(data.effect),
      ],
    },
  );
}

/** `250 smaller`, `3 larger`, `unchanged`. */
function changeInWords(rise: number): string {
  if (Math.abs(rise) < LEAST_TOLD_FTE) return 'unchanged';
  return `${fteInWords(Math.abs(rise))} ${rise < 0 ? 'smaller' : 'larger'}`;
}

const LEAST_TOLD_FTE = 0.05;

function needsSection({ needs }: RoleLevel, { nameOf }: PreparedRoutes['names']): PageSection {
  return {
    id: 'needs',
    heading: 'What it asks for',
    introduction: 'The skills of all its parts, each at the highest level that one of them asks for.',
    columns: [text('Skill'), text('Level')],
    groups: plainRows(needs.map(({ skill, level }) => [nameOf(skill), level])),
    whenEmpty: 'Neither the design nor its parts name a skill.',
  };
}

function fillSection({ couldFill }: HybridData): PageSection {
  return {
    id: 'could-fill',
    heading: 'Who could fill it',
    introduction: 'Posts whose holders bring enough of its learning hours; who lacks a registration cannot be moved.',
    columns: [text('Post'), number('Brings'), number('To learn'), text('Registration missing'), number('People')],
    groups: plainRows(
      couldFill.map(({ name, coverage, hoursToLearn, missingRegistrations, people }) => [
        name,
        percentInWords(coverage),
        hoursInWords(hoursToLearn),
        missingRegistrations.join(', ') || 'none',
        people.says,
      ]),
    ),
    whenEmpty: 'Nobody in post brings enough of its skills: they come by a programme.',
  };
}

function lossSection(loss: SourceLoss, { sourceProfession, backfillShare }: HybridDesign): PageSection {
  return {
    id: 'loss',
    heading: 'What the source profession loses',
    introduction: `Steady starts out of ${sourceProfession}; pay is that of the role's own band, for want of the source's.`,
    columns: [text('What'), number('How much')],
    groups: plainRows([
      ['In study, at the steady state', `${fteInWords(loss.studyFte)} FTE`],
      [`Of it not filled (${percentInWords(backfillShare)} is)`, `${fteInWords(loss.unfilledStudyFte)} FTE`],
      ['Backfill', `${poundsInWords(loss.backfillCostGbpPerYear)} a year`],
      ['Given up for good by those who complete', `${fteInWords(loss.givenUpFtePerYear)} FTE more each year`],
    ]),
    whenEmpty: 'Nothing.',
  };
}

function effectSection(effect: readonly EffectPoint[]): PageSection {
  return {
    id: 'effect',
    heading: 'What it does to the gap',
    introduction:
      'The projection of the whole pack with the starts less the one without, at the stated values of the register. Above 0 in the column of the gap is a smaller shortfall.',
    columns: [text('Month'), number('Digital supply'), number('Gap'), number('Shortage'), number('Pay and training')],
    groups: plainRows(
      effect.map(({ month, supplyFte, gapFte, shortageFte, costGbp }) => [
        formatMonth(month),
        `${fteInWords(supplyFte)} FTE`,
        `${fteInWords(gapFte)} FTE`,
        `${fteInWords(shortageFte)} FTE`,
        `${poundsInWords(costGbp)} a month`,
      ]),
    ),
    whenEmpty: 'The horizon is shorter than a year.',
  };
}
