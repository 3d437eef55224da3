// Figures for Prometheus: how many requests, how long they took, and how the process does.
import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../login/oidc-login.ts';
import { NOT_THERE, sendRefusal } from './refusal.ts';
import type { ServerOptions } from './server-options.ts';

/** Upper bounds of the classes of a request's time, seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1, 2.5, 5] as const;

type Counted = { readonly labels: string; readonly classes: number[]; sum: number; count: number };

/** Answers `/metrics` to this machine, and elsewhere to whoever holds the token. */
export function addMetrics(app: FastifyInstance, { metricsToken, publicUrl }: ServerOptions): void {
  const counted = new Map<string, Counted>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => {
    delay.disable();
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = `method="${request.method}",route="${route}",status="${Math.floor(reply.statusCode / 100)}xx"`;
    const entry = counted.get(labels) ?? { labels, classes: BOUNDS.map(() => 0), sum: 0, count: 0 };
    const seconds = reply.elapsedTime / 1000;
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    if (at >= 0) entry.classes[at] = (entry.classes[at] ?? 0) + 1;
    entry.sum += seconds;
    entry.count += 1;
    counted.set(labels, entry);
  });
  app.get('/metrics', { config: { access: { kind: 'public' } } }, async (request, reply) => {
    if (!mayRead(request, metricsToken, publicUrl())) return sendRefusal(request, reply, NOT_THERE);
    const text = [...requestLines(counted), ...processLines(delay.percentile(99) / 1e9)].join('\n');
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${text}\n`);
  });
}

/** Behind a proxy on this machine everybody seems to be here, so without a token nobody reads a public service's. */
function mayRead(request: FastifyRequest, token: string | null, publicUrl: string): boolean {
  if (token !== null) return isSame(request.headers.authorization ?? '', `Bearer ${token}`);
  return isLoopback(request.ip) && isLoopback(new URL(publicUrl).hostname);
}

/** In a time that tells nothing of how much of it is right. */
function isSame(said: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(said), digest(right));
}

/** @source Prometheus text format 0.0.4 */
function requestLines(counted: ReadonlyMap<string, Counted>): readonly string[] {
  const name = 'cadre_request_seconds';
  const lines = [`# HELP ${name} Time to answer a request.`, `# TYPE ${name} histogram`];
  for (const { labels, classes, sum, count } of counted.values()) {
    let below = 0;
    BOUNDS.forEach((bound, at) => {
      below += classes[at] ?? 0;
      lines.push(`${name}_bucket{${labels},le="${bound}"} ${below}`);
    });
    lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
    lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`);
  }
  return lines;
}

function processLines(delaySeconds: number): readonly string[] {
  const gauge = (name: string, help: string, value: number) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    `${name} ${value}`,
  ];
  return [
    ...gauge('cadre_memory_bytes', 'Memory that the process holds.', process.memoryUsage.rss()),
    ...gauge(
      'cadre_event_loop_delay_seconds',
      'Delay of the event loop, 99th percentile since the start.',
      delaySeconds,
    ),
    ...gauge('cadre_uptime_seconds', 'Seconds since the process began.', process.uptime()),
  ];
}
