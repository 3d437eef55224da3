// What the blueprint asks of a place, who answers for it, and what it means for those who lead there.
import { z } from 'zod';
import { ok, parseMonth, type Result } from '#kernel';
import {
  accountabilityAnswer,
  checkAnswer,
  conformanceAnswer,
  investmentAnswer,
  resolveAnswer,
  signalsAnswer,
  skillsAnswer,
  viewBlueprint,
  type BlueprintAnswer,
  type BlueprintView,
} from '#planning';
import { defaultScenario, type Desk } from '#service';
import { apiRoute, ITEM, type ApiRoute } from '../api-route.ts';
import { scopeOf } from '../scope.ts';

const cell = z.string();
/** Sentences and tables in which a question about the blueprint is answered. */
export const blueprintPage = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  month: z.string(),
  summary: z.array(z.string()).describe('What it comes to, in sentences'),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      introduction: z.string(),
      columns: z.array(z.object({ label: z.string(), kind: z.enum(['text', 'number']) })),
      groups: z.array(z.object({ heading: z.string().nullable(), rows: z.array(z.array(cell)) })),
      whenEmpty: z.string(),
    }),
  ),
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .describe('Month for which it holds, YYYY-MM; this month where nothing is said');

type Reading = (view: BlueprintView, scenario: string) => Result<BlueprintAnswer<unknown>>;

const readings: readonly (readonly [string, string, Reading])[] = [
  ['resolved', 'What applies in a place and below it, and who set each value', (view) => ok(resolveAnswer(view))],
  ['accountability', 'Who answers for each requirement', (view) => ok(accountabilityAnswer(view))],
  ['signals', 'What is asked of each body', (view) => ok(signalsAnswer(view))],
  ['investment', 'What money stands against each requirement', (view) => ok(investmentAnswer(view))],
  ['skills', 'How many posts need each skill at each level, beside those in post', skillsAnswer],
  ['conformance', 'Statements, evidence that expires, findings, risks, actions and maturity', conformanceAnswer],
  ['check', 'Departures that lapse, and what no longer fits together', (view) => ok(checkAnswer(view))],
];

export const blueprintRoutes: readonly ApiRoute[] = readings.map(([name, summary, answerOf]) =>
  apiRoute({
    ...ITEM,
    path: `/places/:place/blueprint/${name}`,
    summary,
    access: { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: 'place' },
    params: z.object({ place: z.string().max(120) }),
    query: z.object({ month }),
    answer: blueprintPage,
    handle: async ({ desk, params, query }) => {
      const view = await viewFor(desk, params.place, query.month ?? desk.world.clock().slice(0, 7));
      if (!view.ok) return view;
      const answer = answerOf(view.value, defaultScenario(view.value.pack.system.scenarios));
      return answer.ok ? ok({ value: blueprintPage.parse(answer.value.page) }) : answer;
    },
  }),
);

async function viewFor(desk: Desk, place: string, at: string): Promise<Result<BlueprintView>> {
  const scope = await scopeOf(desk);
  if (!scope.ok) return scope;
  const { pack } = scope.value.workspace;
  return viewBlueprint(pack, { place, month: parseMonth(at) ?? pack.system.baseMonth });
}
