// The crosswalk for programs: coverage before and after, mappings and proposals, and a person's word on two skills.
import { z } from 'zod';
import { ok } from '#kernel';
import { crosswalkNow, findMapping, mappingTermsSchema, sayMapping } from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { packHead } from './pack-words.ts';

const name = z.string().min(1).max(120);
const key = z.string().min(3).max(250).describe('FRAMEWORK/SKILL');
const may = (action: 'read' | 'approve') =>
  ({ kind: 'permitted', action, resource: 'crosswalk', placeParam: null }) as const;
const frameworks = z.object({ from: name.describe('A framework in force'), to: name.describe('Another, or the same') });
const pair = z.object({ from: key, to: key });
const mapping = z.object({ from: z.string(), to: z.string(), ...mappingTermsSchema.shape });

export const crosswalkRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/crosswalk/coverage',
    summary: 'What the crosswalk brings together: by names alone, with what is confirmed, and with all proposals',
    access: may('read'),
    query: frameworks,
    answer: z.array(
      z.object({ of: z.string(), byNames: z.number(), confirmed: z.number(), ifAllConfirmed: z.number() }),
    ),
    table: (rows) => asTable('crosswalk-coverage', rows),
    handle: async ({ desk, query, page }) => {
      const now = await crosswalkNow(desk, query);
      return now.ok ? ok(pageOf([...now.value.coverage], (row) => row.of, page)) : now;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/crosswalk/mappings',
    summary: 'Every confirmed mapping, and what the likeness of names proposes between two frameworks',
    access: may('read'),
    query: frameworks,
    answer: z.array(mapping),
    table: (rows) => asTable('crosswalk-mappings', rows),
    handle: async ({ desk, query, page }) => {
      const now = await crosswalkNow(desk, query);
      if (!now.ok) return now;
      const { confirmed, waiting, proposals } = now.value;
      const rows = [...confirmed, ...waiting, ...proposals].map((each) => mapping.parse(each));
      return ok(pageOf(rows, (row) => `${row.from} ${row.to}`, page));
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/crosswalk/mapping',
    summary: 'How two skills stand to each other, and what that does to coverage; its ETag is the version of its file',
    access: may('read'),
    query: pair,
    answer: mapping.extend({
      effect: z.array(z.object({ of: z.string(), before: z.number(), after: z.number() })),
    }),
    handle: async ({ desk, query }) => {
      const found = await findMapping(desk, query);
      if (!found.ok) return found;
      const { mapping: said, effect, version } = found.value;
      return ok({ value: { ...mapping.parse(said), effect: [...effect] }, version });
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/crosswalk/mapping',
    summary: 'Say how two skills stand to each other, or take it back by naming nobody who says so',
    access: may('approve'),
    query: pair,
    body: mappingTermsSchema,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, query, body, madeFrom }) => {
      const said = await sayMapping(desk, { pair: query, terms: body, madeFrom });
      return said.ok ? ok({ value: said.value, version: said.value.version }) : said;
    },
  }),
];
