// Case V3: the Dutch plan for general practitioners of 2009: stock, need ten years on, and the training intake it advised.
import { type DemandLine, parseFormula } from '#blueprint';
import type { Model, Start } from '#engine';
import { assert } from '#kernel';
import type { HealthSystem } from '#workforce';
import { type Check, checkOf } from './check.ts';
import {
  CASE_BASE,
  CASE_PLACE,
  caseChannel,
  caseSystem,
  certain,
  compileCase,
  figureOf,
  runCase,
} from './small-system.ts';

const SOURCE = 'van Greuningen, Batenburg, van der Velden, Human Resources for Health 2012, 10:21, tables 2–7';
const YEARS = 10;
const MEN = { id: 'men', people: 6129, fteEach: 0.822, gone: 0.382 } as const;
const WOMEN = { id: 'women', people: 4086, fteEach: 0.551, gone: 0.192 } as const;
const UNMET = 0.01;
const DEMAND_GROWTH = 0.06;
/** Of all who enter until 2019, 3,644 of 5,157 are women: the published stock of 2019 less those who stay. */
const WOMEN_OF_ENTRANTS = 3644 / 5157;
/** Those who enter, and of them those in practice in 2019. */
const ENTRY = [
  { id: 'abroad', enter: 109, inPractice: 93 },
  { id: 'in-training', enter: 1507, inPractice: 1320 },
  { id: 'entrants-2009-10', enter: 1228, inPractice: 1054 },
  { id: 'entrants-2011-16', enter: 3070, inPractice: 2690 },
] as const;
const INTAKE = 614;
/** Years of intake that the advice is about: entrants of 2011 to 2016. */
const INTAKE_YEARS = 5;

export function checkDutchGps(): readonly Check[] {
  const model = compileCase(system(), [line('postsToday'), line(`postsToday * ${DEMAND_GROWTH}`)]);
  const projection = runCase(model, starts(INTAKE));
  const read = (measure: 'headcount' | 'fte' | 'demandFte' | 'gapFte', month: number): number =>
    figureOf(projection, measure, { month, band: '*' });
  const check = (id: string, name: string, figures: Pick<Check, 'expected' | 'got' | 'tolerance'>): Check =>
    checkOf({ id: `V3/${id}`, name: `Dutch GPs: ${name}`, source: SOURCE, ...figures });
  const end = 12 * YEARS;
  // Percentages of leavers and FTE each are published to three digits, which the tolerances follow.
  return [
    check('fte-2009', 'FTE available in 2009', { expected: 7290, got: read('fte', 0), tolerance: 1 }),
    check('need-2009', 'FTE required in 2009', { expected: 7363, got: read('demandFte', 0), tolerance: 1 }),
    check('stock-2019', 'practitioners in 2019', { expected: 12_246, got: read('headcount', end), tolerance: 1 }),
    check('fte-2019', 'FTE available in 2019', { expected: 8187, got: read('fte', end), tolerance: 6 }),
    check('need-2019', 'FTE required in 2019, demography alone', {
      expected: 7807,
      got: read('demandFte', end),
      tolerance: 4,
    }),
    check('gap-2019', 'supply less need in 2019', { expected: 380, got: read('gapFte', end), tolerance: 10 }),
    check('advice', 'intake a year that would close the gap', {
      expected: 476,
      got: balancedIntake(model),
      tolerance: 1,
    }),
  ];
}

/** The yearly intake at which supply and need meet: the gap is a straight line in it, so two runs find it. */
function balancedIntake(model: Model): number {
  const gap = (intake: number): number =>
    figureOf(runCase(model, starts(intake)), 'gapFte', { month: 12 * YEARS, band: '*' });
  const atNone = gap(0);
  return (INTAKE * atNone) / (atNone - gap(INTAKE));
}

function system(): HealthSystem {
  const sexes = [MEN, WOMEN];
  return caseSystem({
    horizonMonths: 12 * YEARS,
    ageGroups: [{ id: 'all', fromAge: 25, toAge: 75 }],
    bands: sexes.map(({ id }) => ({ id, name: id })),
    roles: [
      {
        id: 'gp',
        name: 'General practitioner',
        family: 'all',
        bands: sexes.map(({ id }) => id),
        composition: [{ profession: 'all', shareOfFte: 1 }],
        registrations: [],
        skills: [],
        source: 'case',
      },
    ],
    stock: sexes.map(({ id, people, fteEach }) => ({
      place: CASE_PLACE,
      role: 'gp',
      band: id,
      ageGroup: 'all',
      headcount: people,
      fte: people * fteEach,
      source: 'case',
    })),
    channels: ENTRY.map(({ id }) =>
      caseChannel({
        id,
        yields: sexes.map((sex) => ({ role: 'gp', band: sex.id })),
        entrantAges: [{ ageGroup: 'all', share: 1 }],
        // Published are those in practice at the end, so all come in the last month.
        months: 12 * YEARS,
        completion: `case.${id}`,
      }),
    ),
    assumptions: [
      certain('attrition.yearly', {
        kind: 'table',
        axes: ['band'],
        cells: sexes.map(({ id, gone }) => ({ at: [id], value: 1 - Math.exp(Math.log(1 - gone) / YEARS) })),
      }),
      certain('vacancy.share', { kind: 'scalar', value: 1 - 1 / (1 + UNMET) }),
      ...ENTRY.map(({ id, enter, inPractice }) => certain(`case.${id}`, { kind: 'scalar', value: inPractice / enter })),
    ],
  });
}

/** Everybody who enters, by way and sex, at so many a year in the years of the advice. */
function starts(intakePerYear: number): readonly Start[] {
  return ENTRY.flatMap(({ id, enter }) => {
    const people = id === 'entrants-2011-16' ? INTAKE_YEARS * intakePerYear : enter;
    return [
      { band: 'men', share: 1 - WOMEN_OF_ENTRANTS },
      { band: 'women', share: WOMEN_OF_ENTRANTS },
    ].map(({ band, share }) => ({
      channel: id,
      role: 'gp',
      band,
      place: CASE_PLACE,
      month: CASE_BASE,
      people: people * share,
    }));
  });
}

/** A need that grows in a straight line over the ten years; that of today is there from the start. */
function line(text: string): DemandLine {
  const formula = parseFormula(text);
  assert(formula.ok, `'${text}' is a formula`);
  const isToday = text === 'postsToday';
  return {
    requirement: 'need',
    place: CASE_PLACE,
    role: 'gp',
    band: null,
    formula: formula.value,
    parameters: [],
    from: CASE_BASE,
    matures: isToday ? CASE_BASE : CASE_BASE + 12 * YEARS,
    since: null,
    until: null,
  };
}
