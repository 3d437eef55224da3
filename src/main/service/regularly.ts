// Work that comes round: at once, and then on a schedule, one turn after the other.

export type Round = {
  readonly everyMs: number;
  readonly turn: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
};

/** A turn that fails is told, and the next comes all the same.
 *  @returns what ends the round once the turn under way is done */
export function regularly({ everyMs, turn, onFault }: Round): { stop(): Promise<void> } {
  const oneTurn = (): Promise<void> => turn().catch(onFault);
  let last = oneTurn();
  const timer = setInterval(() => {
    last = last.then(oneTurn);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
