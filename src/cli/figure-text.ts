// Figures as a reader in a terminal wants them: grouped in thousands, with as many places as tell something.

const PLACES = 3;
const PRECISE_DIGITS = 12;

/** For reading: 12,345.678. */
export function figureText(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 1 ? 2 * PLACES : PLACES });
}

/** For comparing: up to twelve digits that count, without trailing zeros. */
export function preciseText(value: number): string {
  return String(Number(value.toPrecision(PRECISE_DIGITS)));
}

/** For a difference: its size matters, not its digits. */
export function differenceText(value: number): string {
  return value === 0 ? '0' : value.toExponential(1);
}
