// Whether the process lives, and whether it can serve: for load balancers and for those who look after it.
import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from './server-options.ts';

const PUBLIC = { config: { access: { kind: 'public' } } } as const;

export function addHealthRoutes(app: FastifyInstance, { world, version }: ServerOptions): void {
  app.get('/health/live', PUBLIC, async () => ({ status: 'live', version }));
  app.get('/health/ready', PUBLIC, async (_, reply) => {
    const health = await world.store.health();
    if (health.ok) return { status: 'ready', version };
    return reply.code(503).send({ status: 'not-ready', version, problems: health.problems.map(({ code }) => code) });
  });
}
