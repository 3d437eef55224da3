// Reads a history file whole, or says why it cannot be read.
import type { Result } from '#kernel';
import { readWholeFile } from './whole-file.ts';

export function readHistoryBytes(file: string): Promise<Result<Uint8Array>> {
  return readWholeFile(file, { name: 'a history', hint: 'Name a CSV file; docs/history-files.md says what it holds.' });
}
