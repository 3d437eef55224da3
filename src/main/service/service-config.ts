// What the service is told by its surroundings: every variable, what it must be, and what it is where nothing is said.
import { z } from 'zod';
import { fail, ok, type Problem, type Result } from '#kernel';

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1);
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((address) => new URL(address).origin === address, 'is an origin such as https://workforce.example.org');

const variables = {
  CADRE_HOST: text.default('127.0.0.1').describe('Address to listen on'),
  CADRE_PORT: port.default(8080).describe('Port to listen on; 0 for any that is free'),
  CADRE_PUBLIC_URL: origin.optional().describe('Origin under which people reach the service'),
  CADRE_PACK: text.default('packs/england').describe('Folder of the pack that a new tenant begins with'),
  CADRE_TENANT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is lower-case letters, digits and hyphens')
    .optional()
    .describe('Id of the tenant; the id of the pack where nothing is said'),
  CADRE_BADGE_ISSUER: text
    .optional()
    .describe('File of the key with which badges are signed; made where there is none'),
  CADRE_DATA_DIR: text.optional().describe('Folder of the embedded database and of the kept heads of the audit'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL to use, as the role cadre_app that owns nothing; the embedded one where nothing is said'),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('The same database as the role that owns the tables: needed at the first start and after an upgrade'),
  CADRE_WORKERS: z.coerce.number().int().min(0).max(64).default(1).describe('Worker processes beside the server'),
  CADRE_SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(30)
    .describe('Silence that ends a session'),
  CADRE_SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12).describe('Age that ends a session'),
  CADRE_TRUSTED_PROXIES: z.string().default('').describe('Addresses of proxies, with commas, whose word is taken'),
  CADRE_METRICS_TOKEN: z.string().min(16).optional().describe('Bearer token for /metrics from other machines'),
  CADRE_LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug', 'silent']).default('info').describe('How much is logged'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('OpenID Connect provider; the demo one if unset'),
  OIDC_CLIENT_ID: text.optional().describe('What the provider knows this service as'),
  OIDC_CLIENT_SECRET: text.optional().describe('The secret shared with the provider'),
  CADRE_FIRST_ADMINISTRATOR: text.optional().describe('Subject, at the provider, of the first administrator'),
} as const;

const schema = z.object(variables);
/** The settings, checked. */
export type ServiceConfig = z.infer<typeof schema>;

/** @param environment such as `process.env`; an empty variable counts as unset
 *  @returns the settings, or every wrong one by name */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<ServiceConfig> {
  const said = Object.keys(variables).flatMap((name) => {
    const value = environment[name] ?? '';
    return value.trim() === '' ? [] : [[name, value] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(said));
  if (!parsed.success) return fail(...parsed.error.issues.map(wrongSetting));
  const strangers = Object.keys(environment).filter((name) => name.startsWith('CADRE_') && !isKnown(name));
  const problems = [...strangers.map(unknownSetting), ...incompleteLogin(parsed.data)];
  return problems.length > 0 ? fail(...problems) : ok(parsed.data);
}

/** Every variable with what it means and what it is where nothing is said, for the page that documents them. */
export const SETTINGS: readonly { readonly name: string; readonly meaning: string; readonly usual: string }[] =
  Object.entries(variables).map(([name, variable]) => ({
    name,
    meaning: variable.description ?? '',
    usual: String(variable.safeParse(undefined).data ?? ''),
  }));

/** Variables of the launcher and the tests, which the service does not read. */
const OTHERS: readonly string[] = ['CADRE_SHARED'];

function isKnown(name: string): boolean {
  return Object.hasOwn(variables, name) || OTHERS.includes(name);
}

/** The value itself is not told: it may be a secret. */
function wrongSetting({ path, message }: z.core.$ZodIssue): Problem {
  const name = String(path[0] ?? '');
  return {
    code: 'out-of-range',
    message: `${name} is wrong: ${message}.`,
    path: name,
    hint: 'docs/operations.md lists every variable with what it may be.',
  };
}

function unknownSetting(name: string): Problem {
  return {
    code: 'unknown-reference',
    message: `${name} is set, but no setting has that name, so nothing would read it.`,
    path: name,
    hint: 'docs/operations.md lists every variable; correct the name or unset it.',
  };
}

function incompleteLogin({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: ServiceConfig): readonly Problem[] {
  const parts = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const unset = Object.entries(parts).filter(([, value]) => value === undefined);
  if (unset.length === 0 || unset.length === 3) return [];
  return unset.map(([name]) => ({
    code: 'missing-source',
    message: `${name} is not set, but a login of your own needs all three: ${Object.keys(parts).join(', ')}.`,
    path: name,
    hint: 'Set it, or unset the others to try the demo login on this machine.',
  }));
}
