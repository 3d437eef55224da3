// Words that the parts of a backtest's page share.

/** What a score speaks of. */
export const SCOPES = { whole: 'The whole', parts: 'The parts' } as const;

/** `1 year ahead`, `3 years ahead`. */
export function aheadInWords(years: number): string {
  return `${years} ${years === 1 ? 'year' : 'years'} ahead`;
}
