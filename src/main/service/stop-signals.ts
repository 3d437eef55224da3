// Hears that the process is to stop: by a signal, or because the process that started it is gone.

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** To be called before a start, so that a stop during it is heard as well. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of STOPS) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
  });
}
