// The demo login: an OpenID Connect provider inside this server, for one machine and nobody else.
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Provider, type Configuration } from 'oidc-provider';
import { fail, ok, type Result } from '#kernel';
import { CALLBACK_PATH, type LoginProvider } from '../login-provider.ts';
import { createOidcLogin, isLoopback } from '../oidc-login.ts';
import { createDemoMemory } from './demo-memory.ts';
import { demoPage } from './demo-page.ts';
import { DEMO_ISSUER, type DemoPerson } from './demo-people.ts';
import { newSigningKeys } from './signing-keys.ts';

export type DemoTerms = {
  readonly people: readonly DemoPerson[];
  /** Host that the server listens on. */
  readonly host: string;
  readonly publicUrl: () => string;
  readonly stylesheet: string | null;
};

const MOUNT = '/demo-login';
const CLIENT = 'cadre-demo';

/** @returns a failure where anybody but this machine could reach it */
export async function createDemoLogin(terms: DemoTerms): Promise<Result<LoginProvider>> {
  // A proxy may bring in others although only this machine can reach the port, so the public address counts as well.
  const reachable = [terms.host, new URL(terms.publicUrl()).hostname].find((host) => !isLoopback(host));
  if (reachable !== undefined) {
    return fail({
      code: 'forbidden',
      message: `The demo login lets anybody in, so it starts on this machine alone, and not on host '${reachable}'.`,
      path: 'CADRE_HOST',
      hint: 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET to your own login, or CADRE_HOST to 127.0.0.1.',
    });
  }
  const clientSecret = randomBytes(32).toString('base64url');
  const keys = await newSigningKeys();
  let provider: Provider | null = null;
  const running = (): Provider => (provider ??= createProvider({ ...terms, clientSecret, keys }));
  const login = createOidcLogin({
    // The port may not be known before the server listens.
    get issuer() {
      return new URL(`${terms.publicUrl()}${MOUNT}`);
    },
    clientId: CLIENT,
    clientSecret,
    publicUrl: terms.publicUrl,
    knownAs: DEMO_ISSUER,
    prompt: 'login',
  });
  return ok({
    ...login,
    intercept: async (request, reply) => {
      if (!request.url.startsWith(`${MOUNT}/`)) return undefined;
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      return answer({ provider: running(), terms, request: request.raw, response: reply.raw });
    },
  });
}

type Exchange = {
  readonly provider: Provider;
  readonly terms: DemoTerms;
  readonly request: FastifyRequest['raw'];
  readonly response: FastifyReply['raw'];
};

async function answer({ provider, terms, request, response }: Exchange): Promise<void> {
  const address = request.url ?? '';
  const [, uid, subject] = /^\/demo-login\/choose\/([\w-]+)(?:\/([\w-]+))?$/.exec(address) ?? [];
  // The provider finds its own addresses by comparing this one with the one that is left after the mount.
  Object.assign(request, { originalUrl: address, url: address.slice(MOUNT.length) });
  if (uid === undefined) return provider.callback()(request, response);
  const { people, stylesheet } = terms;
  try {
    await provider.interactionDetails(request, response);
    if (subject !== undefined && people.some(({ member }) => member.subject === subject)) {
      return await provider.interactionFinished(request, response, { login: { accountId: subject } });
    }
  } catch {
    response.writeHead(303, { location: '/login' }).end();
    return;
  }
  const addressOf = ({ member }: DemoPerson) => `${MOUNT}/choose/${uid}/${member.subject}`;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(demoPage({ people, stylesheet, addressOf }));
}

type ProviderTerms = DemoTerms & { readonly clientSecret: string; readonly keys: Configuration['jwks'] };

function createProvider({ publicUrl, people, clientSecret, keys }: ProviderTerms): Provider {
  return new Provider(`${publicUrl()}${MOUNT}`, {
    adapter: createDemoMemory(),
    clients: [{ client_id: CLIENT, client_secret: clientSecret, redirect_uris: [`${publicUrl()}${CALLBACK_PATH}`] }],
    jwks: keys,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_, interaction) => `${MOUNT}/choose/${interaction.uid}` },
    findAccount: (_, id) => {
      const person = people.find(({ member }) => member.subject === id);
      return person === undefined
        ? undefined
        : { accountId: id, claims: () => ({ sub: id, name: person.member.displayName }) };
    },
    // Nobody is asked for consent: there is one client, and it is this server.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (context) => {
      context.redirect('/login');
    },
    ttl: { Interaction: 900, Session: 900, Grant: 900, AccessToken: 60, AuthorizationCode: 60, IdToken: 300 },
  });
}
