// Tells errors of the disk from those of the database.

/** @returns whether the error came of a call on a file, which names what went wrong in `code` */
export function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
