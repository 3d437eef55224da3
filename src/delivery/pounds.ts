// Whole pounds as an agreement or an invoice writes them, to the last one.

/** `£1,250,000`; a minus sign before what is taken back. */
export function pounds(amountGbp: number): string {
  return `${amountGbp < 0 ? '−' : ''}£${WHOLE.format(Math.abs(amountGbp))}`;
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
