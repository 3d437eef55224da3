// What the server is made of: the world it serves, the faces it shows, and how people sign in.
import type { FastifyServerOptions } from 'fastify';
import type { Table } from '#planning';
import type { ServiceWorld } from '#service';
import type { LoginProvider } from '../login/login-provider.ts';
import type { PageFace } from '../route.ts';
import type { SessionTerms } from '../sessions/sessions.ts';

export type ServerOptions = {
  readonly world: ServiceWorld;
  readonly pages: PageFace;
  readonly version: string;
  /** Origin under which people reach the server; asked for late, since a port may be chosen by the system. */
  readonly publicUrl: () => string;
  readonly isEncrypted: boolean;
  /** Addresses of the proxies whose word about the caller's address is taken; none by default. */
  readonly trustedProxies: readonly string[];
  readonly session: SessionTerms;
  readonly login: LoginProvider;
  readonly tables: TableWriters;
  readonly metricsToken: string | null;
  readonly logger: FastifyServerOptions['logger'];
  /** Milliseconds of a steady clock, by which requests are counted. */
  readonly now: () => number;
};

/** Writes tables as files in which no cell can run. */
export type TableWriters = {
  readonly csv: (table: Table) => string;
  readonly xlsx: (table: Table) => Promise<Uint8Array>;
};
