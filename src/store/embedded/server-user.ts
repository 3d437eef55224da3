// Who the embedded server runs as: PostgreSQL refuses to run as root, so root hands it to a user without rights.
import { readFileSync } from 'node:fs';
import { chown, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Problem } from '#kernel';

export type ServerUser = {
  /** Empty where the server runs as whoever starts it. */
  readonly credentials: { readonly uid?: number; readonly gid?: number };
};

/** As root the user `nobody`, which needs no account to be added; as anyone else that user. */
export function serverUser(): ServerUser {
  const isRoot = process.platform !== 'win32' && process.getuid?.() === 0;
  return { credentials: isRoot ? nobody() : {} };
}

/** Its number where the machine keeps no list of users. */
const NOBODY = { uid: 65_534, gid: 65_534 };

function nobody(): { readonly uid: number; readonly gid: number } {
  try {
    const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
    return line === null ? NOBODY : { uid: Number(line[1]), gid: Number(line[2]) };
  } catch {
    return NOBODY;
  }
}

/** Gives a file or folder to the server's user. */
export async function handOver(path: string, { credentials: { uid, gid } }: ServerUser): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** @returns why the server's user cannot reach the folder, null where it can */
export async function reachProblem(folder: string, { credentials }: ServerUser): Promise<Problem | null> {
  if (credentials.uid === undefined) return null;
  let above = dirname(resolve(folder));
  for (;;) {
    const { mode } = await stat(above);
    if ((mode & 0o001) === 0) {
      return {
        code: 'not-writable',
        message: `data folder '${folder}' lies in '${above}', which only its owner may enter; started as root, the database runs as the user 'nobody'`,
        path: folder,
        hint: 'Name a data folder that every user may reach, such as /var/lib/cadre, or start Cadre as another user than root.',
      };
    }
    if (above === dirname(above)) return null;
    above = dirname(above);
  }
}
