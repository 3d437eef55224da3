// The blueprint itself: its requirements, how one's place tailors them, other versions of it, and their adoption.
import { z } from 'zod';
import { fail, ok, parseMonth } from '#kernel';
import { diffAnswer, viewBlueprint } from '#planning';
import {
  adoptVersion,
  defaultScenario,
  findTailored,
  keepTailoring,
  monthsToCompare,
  untailor,
  type PackHead,
} from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { scopeOf } from '../scope.ts';
import { blueprintPage } from './blueprint-routes.ts';
import { monthText, packHead } from './pack-words.ts';

const reads = { kind: 'permitted', action: 'read', resource: 'blueprint', placeParam: null } as const;
const changes = { ...reads, action: 'change' } as const;
const id = z.object({ id: z.string().min(1).max(120) });
const version = z.object({ version: z.string().min(1).max(60) });
const requirement = z.object({
  id: z.string(),
  domain: z.string(),
  title: z.string(),
  statement: z.string(),
  accountableTier: z.string(),
  lock: z.string(),
  parent: z.string().nullable(),
  parameters: z.array(z.object({ id: z.string(), description: z.string(), unit: z.string(), lock: z.string() })),
});
const deviation = z
  .strictObject({
    reason: z.string().trim().min(3).max(500),
    approver: z.string().trim().min(2).max(200).describe('Office that agreed, never a person'),
    reviewBy: monthText.describe('Month in which it lapses, YYYY-MM'),
  })
  .describe('Comply or explain');
const subject = z.string().min(1).max(120).describe('A parameter, `matures`, or `*` for the whole requirement');
const kept = ({ version: made, hash }: PackHead) => ({ value: { version: made, hash }, version: made });

export const blueprintChangeRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/blueprint/requirements',
    summary: 'Requirements of the blueprint in force',
    access: reads,
    answer: z.array(requirement),
    table: (rows) => asTable('requirements', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const { requirements } = scope.value.workspace.pack.blueprint.catalogue;
      return ok(
        pageOf(
          requirements.map((each) => requirement.parse(each)),
          (row) => row.id,
          page,
        ),
      );
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/blueprint/requirements/:id',
    summary: 'One requirement, with what your own place says of it; its ETag is what tailoring is made from',
    access: reads,
    params: id,
    answer: z.object({
      requirement,
      sets: z.array(z.object({ parameter: z.string(), value: z.unknown(), deviation: z.unknown() })),
      excludes: z.array(z.object({ deviation: z.unknown() })),
    }),
    handle: async ({ desk, params }) => {
      const found = await findTailored(desk, params.id);
      if (!found.ok) return found;
      const { profile, version: seen } = found.value;
      const isOwn = (each: { readonly requirement: string }) => each.requirement === params.id;
      const value = {
        requirement: requirement.parse(found.value.requirement),
        sets: profile.sets.filter(isOwn).map(({ parameter, value: set, deviation: why }) => ({
          parameter,
          value: set,
          deviation: why,
        })),
        excludes: profile.excludes.filter(isOwn).map(({ deviation: why }) => ({ deviation: why })),
      };
      return ok({ value, version: seen });
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/blueprint/requirements/:id/tailoring',
    summary: 'Set a value for your own place, for good or as a departure for a time',
    access: changes,
    params: id,
    body: z.strictObject({
      subject,
      value: z
        .union([z.number(), monthText])
        .nullable()
        .describe('Null to depart from the whole; a month for `matures`'),
      deviation: deviation.nullable().default(null),
    }),
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, body, madeFrom }) => {
      const value = typeof body.value === 'string' ? parseMonth(body.value) : body.value;
      const reviewBy = body.deviation === null ? null : parseMonth(body.deviation.reviewBy);
      const done = await keepTailoring(desk, params.id, {
        subject: body.subject,
        value,
        deviation: body.deviation === null || reviewBy === null ? null : { ...body.deviation, reviewBy },
        madeFrom,
      });
      return done.ok ? ok(kept(done.value)) : done;
    },
  }),
  apiRoute({
    ...DEED,
    method: 'DELETE',
    path: '/blueprint/requirements/:id/tailoring',
    summary: 'Take back what your own place says of one subject of a requirement',
    access: changes,
    params: id,
    query: z.object({ subject }),
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, query, madeFrom }) => {
      const done = await untailor(desk, params.id, { subject: query.subject, madeFrom });
      return done.ok ? ok(kept(done.value)) : done;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/blueprint/versions',
    summary: 'Other versions of the blueprint that the pack holds',
    access: reads,
    answer: z.array(z.object({ version: z.string(), title: z.string(), status: z.string() })),
    table: (rows) => asTable('blueprint-versions', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const rows = scope.value.workspace.pack.records.versions.map(({ version: name, title, status }) => ({
        version: name,
        title,
        status,
      }));
      return ok(pageOf(rows, (row) => row.version, page));
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/blueprint/versions/:version',
    summary: 'Another version against the one in force: what it would change for your places, in people and pay',
    access: reads,
    params: version,
    answer: blueprintPage,
    handle: async ({ desk, params }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const { pack } = scope.value.workspace;
      const month = parseMonth(desk.world.clock().slice(0, 7)) ?? pack.system.baseMonth;
      const view = viewBlueprint(pack, { place: desk.actor.place, month });
      if (!view.ok) return view;
      const scenario = defaultScenario(pack.system.scenarios);
      const diff = diffAnswer(view.value, { version: params.version, scenario, at: monthsToCompare(pack.system) });
      return diff.ok ? ok({ value: blueprintPage.parse(diff.value.page) }) : fail(...diff.problems);
    },
  }),
  apiRoute({
    ...DEED,
    path: '/blueprint/versions/:version/adopt',
    summary: 'Adopt another version for every place at once; the one in force is kept beside it',
    access: { ...reads, action: 'approve' },
    params: version,
    answer: packHead,
    handle: async ({ desk, params }) => {
      const done = await adoptVersion(desk, params.version);
      return done.ok ? ok(kept(done.value)) : done;
    },
  }),
];
