// What forms do with long work: ask for a plan, stop it.
import { formatMonth, parseMonth } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { cancelJob, submitJob } from '#service';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';

/** Samples, seed and mode of a plan that is asked for by a button: what `./cadre plan` takes where nothing is said. */
const USUAL = { mode: 'exact', seed: 1, samples: 256 } as const;

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
        return stopped.ok ? onward('/') : stopped;
      },
    },
  ];
}

async function runPlan(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const thisMonth = parseMonth(desk.world.clock().slice(0, 7));
  const job = await submitJob(desk, {
    kind: 'plan',
    resource: 'plan',
    place: desk.actor.place,
    request: {
      scenario: fieldOf(request, 'scenario'),
      ...USUAL,
      asOf: thisMonth === null ? '' : formatMonth(thisMonth),
    },
    programVersion: dress.version,
  });
  return job.ok ? onward(safeBack(fieldOf(request, 'back'))) : job;
}

/** Only a path of this service: a form must not send anybody elsewhere. */
function safeBack(path: string): string {
  return /^\/(?![/\\])[\w\-./:*]*$/.test(path) ? path : '/';
}
