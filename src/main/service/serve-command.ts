// Runs the service for the command line: settings from the environment, and a clean stop on the first signal.
import type { RunningService, ServeOrder } from '#cli';
import { ok, type Result } from '#kernel';
import { serve } from './serve.ts';
import { untilToldToStop } from './stop-signals.ts';

export async function serveCommand({ port, pack }: ServeOrder, version: string): Promise<Result<RunningService>> {
  const said = {
    ...(port === null ? {} : { CADRE_PORT: String(port) }),
    ...(pack === null ? {} : { CADRE_PACK: pack }),
  };
  const stop = untilToldToStop();
  const running = await serve({ environment: { ...process.env, ...said }, version });
  if (!running.ok) return running;
  const ended = stop.then(() => running.value.stop());
  return ok({ address: running.value.address, notes: running.value.notes, ended });
}
