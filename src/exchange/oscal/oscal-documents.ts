// Reads OSCAL catalogues and profiles from JSON, as far as the selection of controls needs them.
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import { z } from 'zod';

const token = z.string().min(1).max(200);

/** Depth of nested groups and controls: NIST's own documents have three. */
const DEPTH_MAX = 20;

type Parts = {
  readonly name?: string | undefined;
  readonly prose?: string | undefined;
  readonly parts?: readonly Parts[] | undefined;
};
const part: z.ZodType<Parts> = z.object({
  name: z.string().optional(),
  prose: z.string().optional(),
  get parts() {
    return z.array(part).optional();
  },
});

const param = z.object({ id: token, label: z.string().optional(), values: z.array(z.string()).optional() });
export type OscalParam = z.infer<typeof param>;

export type OscalControl = {
  readonly id: string;
  readonly title: string;
  readonly params?: readonly OscalParam[] | undefined;
  readonly parts?: readonly Parts[] | undefined;
  readonly controls?: readonly OscalControl[] | undefined;
};
const control: z.ZodType<OscalControl> = z.object({
  id: token,
  title: z.string().min(1),
  params: z.array(param).optional(),
  parts: z.array(part).optional(),
  get controls() {
    return z.array(control).optional();
  },
});

export type OscalGroup = {
  readonly title: string;
  readonly groups?: readonly OscalGroup[] | undefined;
  readonly controls?: readonly OscalControl[] | undefined;
};
const group: z.ZodType<OscalGroup> = z.object({
  title: z.string().min(1),
  get groups() {
    return z.array(group).optional();
  },
  controls: z.array(control).optional(),
});

const metadata = z.object({ title: z.string().min(1), version: z.string().min(1) });

const catalog = z.object({
  metadata,
  groups: z.array(group).default([]),
  controls: z.array(control).default([]),
});

const selection = z.object({
  'with-ids': z.array(token).default([]),
  matching: z.array(z.object({ pattern: token })).default([]),
  'with-child-controls': z.enum(['yes', 'no']).default('no'),
});
export type OscalSelection = z.infer<typeof selection>;

const profile = z.object({
  metadata,
  imports: z
    .array(
      z.object({
        href: z.string().min(1),
        'include-all': z.object({}).optional(),
        'include-controls': z.array(selection).optional(),
        'exclude-controls': z.array(selection).default([]),
      }),
    )
    .min(1),
  modify: z
    .object({
      'set-parameters': z.array(z.object({ 'param-id': token, values: z.array(z.string()).optional() })).default([]),
    })
    .optional(),
  'back-matter': z
    .object({
      resources: z
        .array(z.object({ uuid: token, rlinks: z.array(z.object({ href: z.string() })).default([]) }))
        .default([]),
    })
    .optional(),
});

export type OscalCatalog = z.infer<typeof catalog>;
export type OscalProfile = z.infer<typeof profile>;

export type OscalDocument =
  | { readonly kind: 'catalog'; readonly name: string; readonly catalog: OscalCatalog }
  | { readonly kind: 'profile'; readonly name: string; readonly profile: OscalProfile };

/** @param name of the file, for messages and for finding it by a link */
export function readOscal(name: string, text: string): Result<OscalDocument> {
  if (text.length > LIMITS.oscalCharacters) return fail(tooLarge(name, text.length));
  const json = parseJson(text);
  if (json === undefined) return fail(notOscal(name, 'is not JSON'));
  if (depthOf(json) > DEPTH_MAX * 4) return fail(notOscal(name, 'is nested deeper than any catalogue'));
  const holder = z.union([z.object({ catalog }), z.object({ profile })]).safeParse(json);
  if (holder.success) {
    return 'catalog' in holder.data
      ? ok({ kind: 'catalog', name, catalog: holder.data.catalog })
      : ok({ kind: 'profile', name, profile: holder.data.profile });
  }
  return fail(notOscal(name, flawOf(json)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Walks with a list of its own, so that a bomb of brackets cannot exhaust the stack. */
function depthOf(json: unknown): number {
  let deepest = 0;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    deepest = Math.max(deepest, depth);
    if (typeof value !== 'object' || value === null || depth > DEPTH_MAX * 4) continue;
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 });
  }
  return deepest;
}

/** What the first thing wrong is, where the text is JSON and has one of the two roots. */
function flawOf(json: unknown): string {
  for (const [root, schema] of [
    ['catalog', catalog],
    ['profile', profile],
  ] as const) {
    if (typeof json !== 'object' || json === null || !(root in json)) continue;
    const found = z.object({ [root]: schema }).safeParse(json);
    const issue = found.success ? undefined : found.error.issues[0];
    if (issue !== undefined) return `has no proper '${issue.path.join('.')}': ${issue.message}`;
  }
  return "has neither 'catalog' nor 'profile' at its root";
}

function notOscal(name: string, why: string): Problem {
  return {
    code: 'schema',
    message: `file '${name}' ${why}; an OSCAL catalogue or profile is JSON in the published form`,
    path: name,
    hint: 'Give the JSON file as its publisher offers it for download.',
  };
}

function tooLarge(name: string, characters: number): Problem {
  return {
    code: 'too-large',
    message: `file '${name}' has ${characters} characters; an OSCAL document has at most ${LIMITS.oscalCharacters}`,
    path: name,
    hint: 'Split the catalogue, or import a baseline that is already resolved.',
  };
}
