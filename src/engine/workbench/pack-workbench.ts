// A workbench as JSON: its grids as base64 of little-endian 32-bit numbers, a third larger than their bytes.
import type { WorkbenchData, WorkbenchTerm } from './workbench-data.ts';

const GRIDS = ['supplyFte', 'demandTodayFte', 'demandBeyondFte'] as const;
type Grid = (typeof GRIDS)[number];

/** What `packWorkbench` makes: plain JSON. */
export type PackedWorkbench = Omit<WorkbenchData, Grid | 'terms'> & {
  readonly [grid in Grid]: string;
} & { readonly terms: readonly (Omit<WorkbenchTerm, 'fte'> & { readonly fte: string })[] };

export function packWorkbench(data: WorkbenchData): PackedWorkbench {
  const { supplyFte, demandTodayFte, demandBeyondFte } = data;
  return {
    ...data,
    supplyFte: toBase64(supplyFte),
    demandTodayFte: toBase64(demandTodayFte),
    demandBeyondFte: toBase64(demandBeyondFte),
    terms: data.terms.map((term) => ({ ...term, fte: toBase64(term.fte) })),
  };
}

/** @param packed made by `packWorkbench`; numbers come back to the last bit */
export function unpackWorkbench(packed: PackedWorkbench): WorkbenchData {
  const { supplyFte, demandTodayFte, demandBeyondFte } = packed;
  return {
    ...packed,
    supplyFte: fromBase64(supplyFte),
    demandTodayFte: fromBase64(demandTodayFte),
    demandBeyondFte: fromBase64(demandBeyondFte),
    terms: packed.terms.map((term) => ({ ...term, fte: fromBase64(term.fte) })),
  };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(values: Float32Array): string {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setFloat32(index * 4, value, true));
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(word >> shift) & 63] ?? '');
    parts.push(digits.slice(0, Math.min(bytes.length - at, 3) + 1).join(''));
  }
  return parts.join('');
}

function fromBase64(text: string): Float32Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const valueOf = new Uint8Array(128);
  for (let digit = 0; digit < DIGITS.length; digit++) valueOf[DIGITS.charCodeAt(digit)] = digit;
  let held = 0;
  let bits = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    held = ((held << 6) | (valueOf[text.charCodeAt(at)] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[next++] = (held >> bits) & 255;
  }
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
}
