// How people prove who they are: any OpenID Connect provider, the demo one included.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a provider says of somebody. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
};

/** What must be remembered from the way to the provider until the way back. */
export type LoginSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type LoginProvider = {
  /** Where to send the browser. */
  addressFor(secrets: LoginSecrets): Promise<string>;
  /** @param callback the address that the browser came back to
   *  @returns who it is; null where the provider's answer does not hold */
  identify(callback: URL, secrets: LoginSecrets): Promise<Identity | null>;
  /** Answers what is addressed to a provider that runs inside this server; null where there is none. */
  readonly intercept: ((request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) | null;
};

/** Where the provider sends the browser back to. */
export const CALLBACK_PATH = '/login/callback';
