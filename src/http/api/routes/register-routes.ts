// Scenarios and assumptions one by one: read with the version that a change is made from, made, changed, signed off.
import { z } from 'zod';
import { fail, ok, type Result } from '#kernel';
import {
  assumptionTermsSchema,
  findAssumption,
  findScenario,
  keepAssumption,
  keepScenario,
  removeScenario,
  restoreScenario,
  saveLevers,
  scenarioId,
  scenarioTermsOf,
  scenarioTermsSchema,
  signOffAssumption,
  termsOf,
  withScenarioTerms,
  withTerms,
  type PackHead,
} from '#service';
import { apiRoute, DEED, ITEM, type ApiAnswer, type ApiRoute } from '../api-route.ts';
import { packHead } from './pack-words.ts';

const id = z.object({ id: z.string().min(1).max(120) });
const may = (action: 'read' | 'create' | 'change' | 'remove' | 'approve', resource: 'scenario' | 'assumption') =>
  ({ kind: 'permitted', action, resource, placeParam: null }) as const;

function kept(done: Result<PackHead>): Result<ApiAnswer<PackHead>> {
  return done.ok ? ok({ value: done.value, version: done.value.version }) : done;
}

const scenarioRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...ITEM,
    path: '/scenarios/:id',
    summary: 'One scenario; its ETag is the version of its file',
    access: may('read', 'scenario'),
    params: id,
    answer: scenarioTermsSchema.extend({ id: z.string() }),
    handle: async ({ desk, params }) => {
      const found = await findScenario(desk, params.id);
      if (!found.ok) return found;
      const { scenario, version } = found.value;
      return ok({ value: { id: scenario.id, ...scenarioTermsOf(scenario) }, version });
    },
  }),
  apiRoute({
    ...DEED,
    path: '/scenarios/:id/copy',
    summary: 'Make a new scenario that starts from this one; its id is made from its name',
    access: may('create', 'scenario'),
    params: id,
    body: scenarioTermsSchema,
    answer: packHead.extend({ id: z.string() }),
    status: 201,
    handle: async ({ desk, params, body }) => {
      const found = await findScenario(desk, params.id);
      if (!found.ok) return found;
      const { system } = found.value.workspace.pack;
      const made = scenarioId(body.name);
      if (made === '' || system.scenarios.some((one) => one.id === made)) return fail(taken(body.name));
      const scenario = withScenarioTerms(system, { ...found.value.scenario, id: made }, body);
      if (!scenario.ok) return scenario;
      const done = await keepScenario(desk, { scenario: scenario.value, copyOf: params.id, madeFrom: 0 });
      if (!done.ok) return done;
      return ok({
        value: { ...done.value, id: made },
        version: done.value.version,
        location: `/api/v1/scenarios/${made}`,
      });
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/scenarios/:id',
    summary: 'Change a scenario',
    access: may('change', 'scenario'),
    params: id,
    body: scenarioTermsSchema,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, body, madeFrom }) => {
      const found = await findScenario(desk, params.id);
      if (!found.ok) return found;
      const scenario = withScenarioTerms(found.value.workspace.pack.system, found.value.scenario, body);
      if (!scenario.ok) return scenario;
      return kept(await keepScenario(desk, { scenario: scenario.value, copyOf: null, madeFrom }));
    },
  }),
  apiRoute({
    ...DEED,
    method: 'DELETE',
    path: '/scenarios/:id',
    summary: 'Remove a scenario; earlier versions of the pack still have it',
    access: may('remove', 'scenario'),
    params: id,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, madeFrom }) => kept(await removeScenario(desk, params.id, madeFrom)),
  }),
  apiRoute({
    ...DEED,
    path: '/scenarios/restore',
    summary: 'Bring a scenario back as it stood at a version of the pack, one that was removed too',
    access: may('change', 'scenario'),
    body: z.strictObject({
      path: z.string().min(1).max(200).describe('Its file in the pack, as GET /pack/versions names it'),
      version: z.number().int().min(1).max(1e9),
    }),
    answer: packHead,
    handle: async ({ desk, body }) => kept(await restoreScenario(desk, body)),
  }),
  apiRoute({
    ...DEED,
    path: '/scenarios/:id/settings',
    summary: 'Keep the settings of the workbench’s levers as a new scenario',
    access: may('create', 'scenario'),
    params: id,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      settings: z.record(z.string().max(120), z.number()).describe('Lever to its setting, as the workbench names them'),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ desk, params, body }) => {
      const settings = new Map(Object.entries(body.settings));
      const saved = await saveLevers(desk, { from: params.id, name: body.name, settings });
      if (!saved.ok) return saved;
      return ok({ value: { id: saved.value }, location: `/api/v1/scenarios/${saved.value}` });
    },
  }),
];

const assumptionRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...ITEM,
    path: '/assumptions/:id',
    summary: 'One entry of the register; its ETag is the version of its file',
    access: may('read', 'assumption'),
    params: id,
    answer: assumptionTermsSchema.extend({
      id: z.string(),
      description: z.string(),
      unit: z.string(),
      signedOffBy: z.string().nullable(),
    }),
    handle: async ({ desk, params }) => {
      const found = await findAssumption(desk, params.id);
      if (!found.ok) return found;
      const { assumption, version } = found.value;
      const { description, unit, signedOffBy } = assumption;
      return ok({ value: { id: assumption.id, description, unit, signedOffBy, ...termsOf(assumption) }, version });
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/assumptions/:id',
    summary: 'Revise an entry of the register; it is then signed off by nobody until its owner does so again',
    access: may('change', 'assumption'),
    params: id,
    body: assumptionTermsSchema,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, body, madeFrom }) => {
      const found = await findAssumption(desk, params.id);
      if (!found.ok) return found;
      return kept(await keepAssumption(desk, withTerms(found.value.assumption, body), madeFrom));
    },
  }),
  apiRoute({
    ...DEED,
    path: '/assumptions/:id/sign-off',
    summary: 'Sign an entry off in the name of the role that owns it',
    access: may('approve', 'assumption'),
    params: id,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, madeFrom }) => kept(await signOffAssumption(desk, params.id, madeFrom)),
  }),
];

export const registerRoutes: readonly ApiRoute[] = [...scenarioRoutes, ...assumptionRoutes];

function taken(name: string) {
  return {
    code: 'duplicate',
    message: `'${name}' cannot be the name: it has no letter or digit, or a scenario has it already.`,
    path: 'body.name',
    hint: 'Choose another name.',
  } as const;
}
