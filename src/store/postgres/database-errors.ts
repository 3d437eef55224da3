// What the database's errors mean here: try again, the store does not answer, or a fault of ours; never with SQL or data.
import { DatabaseError } from 'pg';
import type { Problem } from '#kernel';
import { StoreFault } from '../refusals.ts';

/** Others changed the same data meanwhile: the transaction is run again from its beginning. */
export class ConflictFault extends Error {}

/** At which step the error came: after `commit` was sent nobody knows whether the change was kept. */
type Step = 'connect' | 'query' | 'commit';

export function translated(error: unknown, step: Step): Error {
  if (error instanceof StoreFault || isOurs(error)) return error;
  if (!(error instanceof DatabaseError) || error.code === undefined) return new StoreFault(noAnswer(step));
  if (CONFLICTS.includes(error.code)) return new ConflictFault('others changed the same data');
  if (NO_ANSWER.test(error.code)) return new StoreFault(noAnswer(step));
  const where = [error.table, error.column, error.constraint].filter((name) => name !== undefined).join(' ');
  return new Error(`the database refused a query with code ${error.code} ${where}`.trim());
}

/** Faults of this program, which are told as such; all else that is no word of the database is a broken connection. */
function isOurs(error: unknown): error is Error {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    (error instanceof Error && error.message.startsWith('Assertion failed'))
  );
}

/** Serialization failure, deadlock. */
const CONFLICTS: readonly string[] = ['40001', '40P01'];

/** Connection errors, wrong login, database missing, no resources, lock and statement timeouts, shutting down, disk. */
const NO_ANSWER = /^(08|28|3D|53|55P03|57|58|25P03)/;

function noAnswer(step: Step): Problem {
  return {
    code: 'unavailable',
    message:
      step === 'commit'
        ? 'the database went away while it was keeping the change, which may have been kept or not'
        : 'the database does not answer; nothing was kept',
    path: 'database',
    hint:
      step === 'commit'
        ? 'Look whether the change is there, or send it again with the same idempotency key.'
        : 'Try again in a moment. If it lasts, see to the database that DATABASE_URL names.',
  };
}

/** Told where others kept changing the same data through every attempt. */
export const tooBusy: Problem = {
  code: 'unavailable',
  message: 'too many people change the same things at this moment; nothing was kept',
  path: 'database',
  hint: 'Try again in a moment.',
};
