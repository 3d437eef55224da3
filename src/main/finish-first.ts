// Work that is too short to be worth breaking off: a stop waits until it is whole, so that nothing is left half-written.

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Told to stop at any other moment, the process ends at once, as it would without this; told during the work, it ends by
 *  the same signal right after.
 *  @param work writes files; a second or two at most */
export async function finishFirst<T>(work: () => Promise<T>): Promise<T> {
  const told: NodeJS.Signals[] = [];
  const remember = (signal: NodeJS.Signals): void => {
    told.push(signal);
  };
  for (const signal of STOPS) process.on(signal, remember);
  try {
    return await work();
  } finally {
    for (const signal of STOPS) process.off(signal, remember);
    const [first] = told;
    if (first !== undefined) process.kill(process.pid, first);
  }
}
