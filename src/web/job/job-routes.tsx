// What forms do with long work: ask for a plan, stop it.
import type { PageRequest, PageRoute } from '#http';
import { cancelJob, submitJob, usualPlanAsk } from '#service';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';

export function jobRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'POST',
      path: '/plan/run',
      access: { kind: 'permitted', action: 'run', resource: 'plan', placeParam: null },
      answer: (request) => runPlan(dress, request),
    },
    {
      method: 'POST',
      path: '/jobs/:id/cancel',
      access: { kind: 'permitted', action: 'cancel', resource: 'job', placeParam: null },
      answer: async (request) => {
        const stopped = await cancelJob(deskOf(request), request.params['id'] ?? '');
        return stopped.ok ? onward(safeBack(fieldOf(request, 'back'))) : stopped;
      },
    },
  ];
}

async function runPlan(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const job = await submitJob(desk, {
    kind: 'plan',
    resource: 'plan',
    place: desk.actor.place,
    request: usualPlanAsk(fieldOf(request, 'scenario'), desk.world.clock()),
    programVersion: dress.version,
  });
  return job.ok ? onward(safeBack(fieldOf(request, 'back'))) : job;
}

/** Only an address of this service: a form must not send anybody elsewhere. */
function safeBack(path: string): string {
  return /^\/(?![/\\])[\w\-./:*?=&,%+]*$/.test(path) ? path : '/';
}
