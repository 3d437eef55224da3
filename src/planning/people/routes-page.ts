// Routes as a page: where one can go, and each step of the way.
import type { Pack } from '../ports.ts';
import {
  type BlueprintAnswer,
  counted,
  number,
  type PageSection,
  plainRows,
  text,
} from '../blueprint/blueprint-page.ts';
import { percentInWords, poundsInWords } from '../plan/words.ts';
import type { FoundRoute, FoundRoutes, FoundStep, RouteRequest } from './find-routes.ts';
import { hoursInWords, monthsInWords, peoplePage } from './people-page.ts';

/** The answer to one question about routes: all goals in one table, and each route with its steps. */
export function routesAnswer(
  pack: Pack,
  { asOf }: Pick<RouteRequest, 'asOf'>,
  found: FoundRoutes,
): BlueprintAnswer<FoundRoutes> {
  const { routes, from } = found;
  const [first] = routes;
  const title = routes.length === 1 && first !== undefined ? `From ${from} to ${first.toName}` : `Routes from ${from}`;
  return {
    data: found,
    page: peoplePage(
      { pack, asOf },
      {
        id: 'routes',
        title,
        summary: [
          ...(first === undefined ? [] : [sentenceOf(first, routes.length)]),
          `Best means ${OBJECTIVE_WORDS[found.objective]}. A move beside the job is viable where the measure “${found.measure}” says so.`,
          'Each step counts what the post before asks for; what somebody learned earlier or elsewhere may shorten it.',
        ],
        sections: [
          ...(routes.length > 1 ? [goalsSection(found)] : []),
          ...routes.map(stepsSection),
          ...(routes.length === 1 ? routes.map(skillsSection) : []),
        ],
      },
    ),
  };
}

const OBJECTIVE_WORDS = {
  effort: 'the fewest hours to learn',
  time: 'the fewest months',
  pay: 'the fewest hours to learn among routes on which pay never falls',
} as const;

function sentenceOf(route: FoundRoute, count: number): string {
  const way = `${counted(route.steps.length, 'step', 'steps')}, ${hoursInWords(route.hours)} of learning, ${monthsInWords(route.months)} and ${poundsInWords(route.costGbp)}`;
  return count === 1 ? `The way to ${route.toName} takes ${way}.` : `The nearest is ${route.toName}: ${way}.`;
}

function goalsSection({ routes }: FoundRoutes): PageSection {
  return {
    id: 'goals',
    heading: 'Where one can go',
    introduction: 'The best route to each, the shortest first.',
    columns: [text('To'), number('Steps'), number('Learning'), number('Time'), number('Cost'), number('Pay')],
    groups: plainRows(
      routes.map((route) => [
        route.toName,
        String(route.steps.length),
        hoursInWords(route.hours),
        monthsInWords(route.months),
        poundsInWords(route.costGbp),
        payInWords(route.payToGbpPerYear),
      ]),
    ),
    whenEmpty: 'Nowhere.',
  };
}

function stepsSection(route: FoundRoute, index: number): PageSection {
  return {
    id: `route-${index + 1}`,
    heading: route.toName,
    introduction: `${counted(route.steps.length, 'step', 'steps')}${payRise(route)}.`,
    columns: [
      text('Step'),
      text('How'),
      text('Skills to gain'),
      number('Learning'),
      number('Time'),
      number('Cost'),
      number('Pay'),
      text('Who has done it'),
    ],
    groups: plainRows(
      route.steps.map((step, at) => [
        `${at + 1}. ${step.toName}${step.isHybrid ? ' (hybrid)' : ''}`,
        howInWords(step),
        step.skills.map(({ name }) => name).join(', ') || 'none',
        hoursInWords(step.hours),
        monthsInWords(step.months),
        poundsInWords(step.costGbp),
        payInWords(step.payGbpPerYear),
        step.done === null ? 'not counted' : step.done.says,
      ]),
    ),
    whenEmpty: 'No step.',
  };
}

/** What pay does on the way, where both ends are known. */
function payRise({ payFromGbpPerYear: from, payToGbpPerYear: to }: FoundRoute): string {
  return from === null || to === null ? '' : `, from ${poundsInWords(from)} to ${poundsInWords(to)} a year`;
}

function howInWords({ kind, learnedBy, completionShare, registrations }: FoundStep): string {
  const completes = completionShare === null ? '' : `; ${percentInWords(completionShare)} complete`;
  const needs = registrations.length === 0 ? '' : `; needs registration: ${registrations.join(', ')}`;
  return `${KIND_WORDS[kind]}, ${learnedBy}${completes}${needs}`;
}

const KIND_WORDS = {
  promotion: 'Promotion',
  'known move': 'A move that people make',
  programme: 'Programme',
  learning: 'A move by learning',
} as const;

/** Every skill to gain, step by step. */
function skillsSection({ steps, toName }: FoundRoute): PageSection {
  return {
    id: 'skills',
    heading: 'Skills to gain',
    introduction: `What each step on the way to ${toName} asks for beyond the post before it.`,
    columns: [text('Skill'), text('Held'), text('Asked for'), number('Learning'), text('Helped by')],
    groups: steps
      .filter(({ skills }) => skills.length > 0)
      .map((step) => ({
        heading: step.toName,
        rows: step.skills.map(({ name, from, to, hours, helpedBy }) => [
          name,
          from ?? '–',
          to,
          hoursInWords(hours),
          helpedBy ?? '–',
        ]),
      })),
    whenEmpty: 'None: whoever starts there has them all.',
  };
}

function payInWords(payGbpPerYear: number | null): string {
  return payGbpPerYear === null ? '–' : poundsInWords(payGbpPerYear);
}
