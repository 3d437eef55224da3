// Chooses the login: an OpenID Connect provider of one's own, or the demo one on this machine.
import { createDemoLogin, createOidcLogin, seedDemoPeople, type LoginProvider } from '#http';
import { ok, type Result } from '#kernel';
import type { ServiceWorld } from '#service';
import { addFirstAdministrator } from './first-administrator.ts';
import type { ServiceConfig } from './service-config.ts';

/** The login that the settings name; where they name none, the demo login, with its people made members. */
export async function loginFor({
  config,
  world,
  tenant,
  publicUrl,
  stylesheet,
}: LoginTerms): Promise<Result<LoginProvider>> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = config;
  if (OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined) {
    const subject = config.CADRE_FIRST_ADMINISTRATOR;
    const added =
      subject === undefined ? ok(null) : await addFirstAdministrator(world, { tenant, issuer: OIDC_ISSUER, subject });
    if (!added.ok) return added;
    return ok(
      createOidcLogin({
        issuer: new URL(OIDC_ISSUER),
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
        publicUrl,
        knownAs: OIDC_ISSUER,
        prompt: null,
      }),
    );
  }
  const people = await seedDemoPeople(world, tenant);
  return people.ok ? createDemoLogin({ people: people.value, host: config.CADRE_HOST, publicUrl, stylesheet }) : people;
}

export type LoginTerms = {
  readonly config: ServiceConfig;
  readonly world: ServiceWorld;
  readonly tenant: string;
  readonly publicUrl: () => string;
  readonly stylesheet: string | null;
};
