// Nonzeros of a programme as they come, column by column.
import { assert } from '#kernel';
import { itemAt } from './plan-problem.ts';
import type { LinearProgramme } from './programme.ts';

type Entry = { readonly row: number; readonly coefficient: number };

/** Collects the entries of one column after the other; a few may be added to a column that is closed already. */
export class CompressedEntries {
  readonly #columnStarts: number[] = [0];
  readonly #rowIndices: number[] = [];
  readonly #coefficients: number[] = [];
  readonly #later = new Map<number, Entry[]>();

  push(row: number, coefficient: number): void {
    assert(Number.isFinite(coefficient), 'a coefficient of a programme is a number');
    this.#rowIndices.push(row);
    this.#coefficients.push(coefficient);
  }

  closeColumn(): void {
    this.#columnStarts.push(this.#rowIndices.length);
  }

  /** Adds to a closed column. */
  pushInto(column: number, row: number, coefficient: number): void {
    const entries = this.#later.get(column) ?? [];
    this.#later.set(column, entries);
    entries.push({ row, coefficient });
  }

  compressed(): Pick<LinearProgramme, 'columnStarts' | 'rowIndices' | 'coefficients'> {
    const merged = this.#later.size === 0 ? this : this.#merged();
    return {
      columnStarts: Int32Array.from(merged.#columnStarts),
      rowIndices: Int32Array.from(merged.#rowIndices),
      coefficients: Float64Array.from(merged.#coefficients),
    };
  }

  #merged(): CompressedEntries {
    const merged = new CompressedEntries();
    for (let column = 0; column + 1 < this.#columnStarts.length; column++) {
      for (let at = itemAt(this.#columnStarts, column); at < itemAt(this.#columnStarts, column + 1); at++) {
        merged.push(itemAt(this.#rowIndices, at), itemAt(this.#coefficients, at));
      }
      for (const { row, coefficient } of this.#later.get(column) ?? []) merged.push(row, coefficient);
      merged.closeColumn();
    }
    return merged;
  }
}
