// The cohort board: how each cohort goes against its plan, who is paid for, and what all of them do to the gap.
import { formatMonth, monthInWords, ok, type Month, type Result } from '#kernel';
import {
  type Cohort,
  forecastFunnel,
  type Funded,
  fundingOf,
  type Funnel,
  monthOfText,
  type TrainingProgramme,
} from '#pathways';
import {
  type BlueprintAnswer,
  type BlueprintPage,
  counted,
  fewOf,
  number,
  type PageSection,
  plainRows,
  text,
} from '../blueprint/blueprint-page.ts';
import { fteInWords, poundsInWords } from '../plan/words.ts';
import type { Pack } from '../ports.ts';
import type { CohortBook } from './cohort-book.ts';
import { cohortEffect, type CohortEffect } from './cohort-effect.ts';
import type { EffectWorld } from './hybrid-effect.ts';
import { peoplePage } from './people-page.ts';

export type CohortRequest = { readonly book: CohortBook; readonly scenario: string; readonly asOf: Month };

export type CohortStanding = {
  readonly cohort: string;
  readonly programme: string;
  readonly place: string;
  readonly plannedStart: string;
  readonly expectedStart: string;
  readonly slipMonths: number;
  readonly planned: Funnel;
  readonly forecast: Funnel;
  /** By the ages that are planned; null where no ages are known. */
  readonly funding: { readonly planned: Funded; readonly expected: Funded } | null;
};

export type CohortsData = { readonly cohorts: readonly CohortStanding[]; readonly effect: CohortEffect };

/** @param request.book sound against the pack */
export async function cohortsAnswer(
  pack: Pack,
  request: CohortRequest,
  world: EffectWorld,
): Promise<Result<BlueprintAnswer<CohortsData>>> {
  const effect = await cohortEffect(pack, request, world);
  if (!effect.ok) return effect;
  const { programmes, cohorts } = request.book;
  const standings = cohorts.map((cohort) =>
    standingOf(
      cohort,
      programmes.find(({ id }) => id === cohort.programme),
    ),
  );
  const data = { cohorts: standings, effect: effect.value };
  return ok({ data, page: pageOf(pack, request, data) });
}

function standingOf(cohort: Cohort, programme: TrainingProgramme | undefined): CohortStanding {
  const { plannedStart, expectedStart, startersByAge } = cohort;
  const paidIn = (start: string): Funded =>
    programme === undefined
      ? { people: 0, unfundedPeople: 0, gbp: 0 }
      : fundingOf(programme, startersByAge, monthOfText(start));
  return {
    cohort: cohort.id,
    programme: cohort.programme,
    place: cohort.place,
    plannedStart,
    expectedStart,
    slipMonths: monthOfText(expectedStart) - monthOfText(plannedStart),
    planned: cohort.planned,
    forecast: forecastFunnel(cohort),
    funding: startersByAge.length === 0 ? null : { planned: paidIn(plannedStart), expected: paidIn(expectedStart) },
  };
}

function pageOf(pack: Pack, { asOf }: CohortRequest, data: CohortsData): BlueprintPage {
  return peoplePage(
    { pack, asOf },
    {
      id: 'cohorts',
      title: 'Cohorts',
      summary: summaryOf(data),
      sections: [boardSection(data), fundingSection(data), gapSection(data), placeSection(pack, data)],
    },
  );
}

function summaryOf({ cohorts, effect }: CohortsData): readonly string[] {
  const late = cohorts.filter(({ slipMonths }) => slipMonths > 0);
  const [planned, forecast] = [
    cohorts.reduce((sum, each) => sum + each.planned.inPost, 0),
    cohorts.reduce((sum, each) => sum + each.forecast.inPost, 0),
  ];
  const worst = effect.nation.find(({ month }) => month === effect.worst);
  return [
    `${counted(cohorts.length, 'cohort was', 'cohorts were')} to bring ${fteInWords(planned)} people into post; ${fteInWords(forecast)} are forecast. ${
      late.length === 0
        ? 'None has slipped.'
        : `${counted(late.length, 'has', 'have')} slipped: ${fewOf(
            late.map(({ cohort, slipMonths }) => `${cohort} by ${counted(slipMonths, 'month', 'months')}`),
            5,
          )}.`
    }`,
    worst === undefined
      ? 'The national gap is nowhere worse for it than planned.'
      : `In ${monthInWords(worst.month)}, where it shows most, the national gap is ${fteInWords(worst.forecastGapFte)} FTE against ${fteInWords(worst.plannedGapFte)} FTE with the cohorts as planned.`,
    ...(effect.before.length === 0
      ? []
      : [
          `${counted(effect.before.length, 'cohort starts', 'cohorts start')} before the base month of the pack and ${effect.before.length === 1 ? 'is' : 'are'} not in the gap: ${fewOf(effect.before, 5)}.`,
        ]),
  ];
}

function boardSection({ cohorts }: CohortsData): PageSection {
  const step = (planned: number, forecast: number): string => `${fteInWords(forecast)} of ${fteInWords(planned)}`;
  return {
    id: 'board',
    heading: 'Each cohort against its plan',
    introduction: 'What is known so far and, from there on, the shares that were planned; forecast of planned.',
    columns: [
      text('Cohort'),
      text('Place'),
      text('To start'),
      text('Starts'),
      number('Started'),
      number('Completed'),
      number('In post'),
      number('After 12 months'),
    ],
    groups: plainRows(
      cohorts.map(({ cohort, place, plannedStart, expectedStart, planned, forecast }) => [
        cohort,
        place,
        plannedStart,
        expectedStart,
        step(planned.started, forecast.started),
        step(planned.completed, forecast.completed),
        step(planned.inPost, forecast.inPost),
        step(planned.inPostAt12Months, forecast.inPostAt12Months),
      ]),
    ),
    whenEmpty: 'No cohort is in the file.',
  };
}

function fundingSection({ cohorts }: CohortsData): PageSection {
  const rows = cohorts.flatMap(({ cohort, funding }) => {
    if (funding === null) return [];
    const { planned, expected } = funding;
    return [[cohort, poundsInWords(planned.gbp), poundsInWords(expected.gbp), String(expected.unfundedPeople)]];
  });
  return {
    id: 'funding',
    heading: 'Who pays',
    introduction:
      'What the funding rules of the month of the start pay for the starters that are planned, by their ages.',
    columns: [text('Cohort'), number('As planned'), number('As it starts'), number('Starters nobody pays for')],
    groups: plainRows(rows),
    whenEmpty: 'No cohort says how old its starters are.',
  };
}

function gapSection({ effect }: CohortsData): PageSection {
  const yearly = effect.nation.filter(({ month }, step) => (step > 0 && step % 12 === 0) || month === effect.worst);
  return {
    id: 'gap',
    heading: 'The national gap',
    introduction:
      'Supply less demand at the stated values of the register, year by year and where the difference is largest.',
    columns: [text('Month'), number('As planned'), number('As forecast'), number('Difference')],
    groups: plainRows(
      yearly.map(({ month, plannedGapFte, forecastGapFte }) => [
        formatMonth(month),
        `${fteInWords(plannedGapFte)} FTE`,
        `${fteInWords(forecastGapFte)} FTE`,
        `${fteInWords(forecastGapFte - plannedGapFte)} FTE`,
      ]),
    ),
    whenEmpty: 'The pack has no months.',
  };
}

function placeSection({ system }: Pack, { effect }: CohortsData): PageSection {
  const nameOf = (code: string) => system.places.find((place) => place.code === code)?.name ?? code;
  return {
    id: 'places',
    heading: 'Where it shows',
    introduction: 'Change of the gap in the month in which it shows most.',
    columns: [text('Place'), number('Difference')],
    groups: plainRows(
      effect.places.map(({ place, differenceFte }) => [nameOf(place), `${fteInWords(differenceFte)} FTE`]),
    ),
    whenEmpty: 'It shows nowhere.',
  };
}
