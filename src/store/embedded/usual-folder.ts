// Where the embedded database lies when nobody has said: beside the program, or where its server's user can get to it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reachProblem, serverUser } from './server-user.ts';

/** Where services keep their data by the custom of Unix, one folder for each copy of the program. */
const FOR_ROOT = '/var/lib/cadre';

/** @param folder the folder beside the program
 *  @returns that folder; started as root in a place that its owner alone may enter, one under `/var/lib/cadre`, because
 *    PostgreSQL then runs as another user, who could not get there */
export async function usualFolder(folder: string): Promise<string> {
  let nearest = dirname(resolve(folder));
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const problem = await reachProblem(join(nearest, basename(folder)), serverUser());
  if (problem === null) return folder;
  const fingerprint = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 8);
  return join(FOR_ROOT, fingerprint);
}
