// What the store refuses, in words: one wording for the twin in memory and for PostgreSQL.
import type { Problem } from '#kernel';

/** Ends a transaction whose method has no failure of its own to return; `inTenant` hands its problem out. */
export class StoreFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'StoreFault';
    this.problem = problem;
  }
}

/** @throws StoreFault for a text that no store can give back as it came */
export function requireKeepable(...texts: readonly (string | null)[]): void {
  for (const text of texts) if (text !== null && UNKEEPABLE.test(text)) throw new StoreFault(unkeepable);
}

const UNKEEPABLE = /\0|\p{Surrogate}/u;

const unkeepable: Problem = {
  code: 'syntax',
  message: 'a text holds a NUL or half a character, which cannot be kept',
  path: 'text',
  hint: 'Remove the character and send it again; nothing was kept.',
};

/** @param seen the version that the change was made from  @param found the version that is there */
export function stale(path: string, { seen, found }: { readonly seen: number; readonly found: number }): Problem {
  return {
    code: 'stale',
    message: `${path}: the change was made from version ${seen}, and version ${found} is there by now`,
    path,
    hint: 'Read it again, look at what others changed, and make your change anew.',
  };
}

export function duplicate(path: string): Problem {
  return {
    code: 'duplicate',
    message: `${path} is there already`,
    path,
    hint: 'Choose another id, or change the one that is there.',
  };
}

export function notFound(path: string): Problem {
  return { code: 'not-found', message: `${path} is not there`, path, hint: 'Check the name.' };
}
