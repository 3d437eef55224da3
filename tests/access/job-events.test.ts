// Follows a job over a real connection: the stream stays open while the work goes on, and ends with it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok } from '#kernel';
import { startService, type Service } from './service-under-test.ts';

describe('the events of a job', () => {
  let service: Service;
  let origin = '';
  let finish: () => void = () => undefined;
  before(async () => {
    const untilTold = new Promise<void>((resolve) => {
      finish = resolve;
    });
    service = await startService({
      work: async () => {
        await untilTold;
        return ok(new Map([['head', '{}']]));
      },
    });
    origin = await service.app.listen({ host: '127.0.0.1', port: 0 });
  });
  after(() => service.close());

  test('the stream of a job tells each step on one connection and ends when the work has ended', async () => {
    const { headers } = await service.visitor('national-planner');
    const client = await service.client('national-planner');
    const { value } = await client.postJobsPlans({ body: { scenario: 'as-things-stand' } });
    const answer = await fetch(`${origin}/api/v1/jobs/${value.id}/events`, { headers });
    assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    const states: string[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      const [, state] = /^event: job\ndata: .*"state":"(\w+)"/.exec(decoder.decode(chunk)) ?? [];
      if (state !== undefined) states.push(state);
      finish();
    }
    assert.equal(states.at(-1), 'done', 'it did not end before the work');
    assert.ok(states.length >= 2, states.join());
  });
});
