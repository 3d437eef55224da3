// Reads and checks packs in a thread, so that nobody's page waits while a nation's takes its seconds.
import { createBoundedThread } from '#exchange';
import { fail, LIMITS } from '#kernel';
import type { PackTextReader } from '#service';

/** The thread ends after each pack: what it held while it read comes back, and packs change seldom. */
export function createPackReader(): PackTextReader {
  const thread = createBoundedThread({
    file: new URL('./pack-reader-thread.ts', import.meta.url),
    seconds: LIMITS.packSeconds,
    megabytes: LIMITS.packMegabytes,
    waitingMax: LIMITS.packsWaiting,
    afterwards: 'ends',
  });
  return (texts) =>
    thread.ask(texts, (code, why) =>
      fail({
        code,
        message: `The pack cannot be read: ${why}.`,
        path: 'pack',
        hint: 'Try again in a minute; if it goes on, take out what was added last.',
      }),
    );
}
