// What the service takes of its surroundings: the time, chance for identifiers, and a place to tell faults.
import { randomBytes } from 'node:crypto';

export function clock(): string {
  return new Date().toISOString();
}

/** 160 bits. */
export function makeId(): string {
  return randomBytes(20).toString('hex');
}

/** One line of JSON, as the server logs; a fault's own text may hold values, so only where it happened is told. */
export function tellFault(fault: unknown): void {
  const where = fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const kind = fault instanceof Error ? fault.name : typeof fault;
  process.stderr.write(
    `${JSON.stringify({ level: 50, time: Date.now(), msg: 'fault', kind, where: where.slice(0, 8) })}\n`,
  );
}

/** One line of JSON on standard output beside the lines of requests, so that the head leaves this machine with the log. */
export function tellAuditHead(head: {
  readonly tenant: string;
  readonly sequence: number;
  readonly hash: string;
}): void {
  process.stdout.write(`${JSON.stringify({ level: 30, time: Date.now(), msg: 'audit head', ...head })}\n`);
}
