// Signing in with any OpenID Connect provider: code flow with PKCE, state and nonce.
import * as oidc from 'openid-client';
import { CALLBACK_PATH, type LoginProvider } from './login-provider.ts';

export type OidcTerms = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin of this server. */
  readonly publicUrl: () => string;
  /** Name under which members of this provider are kept; null for what the provider calls itself. */
  readonly knownAs: string | null;
  /** Whether the provider asks again who it is although the browser is signed in there. */
  readonly prompt: 'login' | null;
};

/** The provider is asked for its addresses when somebody first signs in, and again after a failure. */
export function createOidcLogin(terms: OidcTerms): LoginProvider {
  let configuration: Promise<oidc.Configuration> | null = null;
  const configured = (): Promise<oidc.Configuration> => {
    configuration ??= discover(terms).catch((error: unknown) => {
      configuration = null;
      throw error;
    });
    return configuration;
  };
  return {
    intercept: null,
    async addressFor({ state, nonce, verifier }) {
      const url = oidc.buildAuthorizationUrl(await configured(), {
        redirect_uri: `${terms.publicUrl()}${CALLBACK_PATH}`,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(terms.prompt === null ? {} : { prompt: terms.prompt }),
      });
      return url.href;
    },
    async identify(callback, { state, nonce, verifier }) {
      const config = await configured();
      const checks = {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      try {
        const claims = (await oidc.authorizationCodeGrant(config, callback, checks)).claims();
        return claims === undefined ? null : { issuer: terms.knownAs ?? claims.iss, subject: claims.sub };
      } catch {
        return null;
      }
    },
  };
}

/** Plain http is for providers on this very machine alone. */
function discover({ issuer, clientId, clientSecret }: OidcTerms): Promise<oidc.Configuration> {
  const isLocal = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
  const options = isLocal ? { execute: [oidc.allowInsecureRequests], timeout: 10 } : { timeout: 10 };
  return oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
}

/** Whether a host is this machine and no other can reach it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
