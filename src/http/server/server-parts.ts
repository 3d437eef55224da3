// The parts of a running server that its ways in share.
import type { createCookies } from '../sessions/cookies.ts';
import type { createSessions } from '../sessions/sessions.ts';
import type { ServerOptions } from './server-options.ts';

/** What every part of the server may need to be handed. */
export type ServerParts = {
  readonly options: ServerOptions;
  readonly cookies: ReturnType<typeof createCookies>;
  readonly sessions: ReturnType<typeof createSessions>;
};
