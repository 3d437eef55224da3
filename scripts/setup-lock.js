// Lets one process at a time do a thing, and takes over where the one before was killed; plain JavaScript for Node 20.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Waits until nobody else holds the lock, then works. The lock is a file with the holder's process id.
 *  @param {string} file  @param {() => T} work  @template T  @returns {T} */
export function whileLocked(file, work) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!isTaken(own, file)) if (!clearAbandoned(file, `${own}.old`)) pause(WAIT_MS);
    try {
      return work();
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

const WAIT_MS = 200;
/** No set-up takes this long: by then the holder is gone, and another process bears its id. */
const LONGEST_MS = 30 * 60_000;

/** A link comes into being whole, with the process id in it, or not at all. */
function isTaken(own, file) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @returns whether there was a lock whose holder is gone, or no lock any more */
function clearAbandoned(file, aside) {
  const holder = holderOf(file);
  if (holder === null) return true;
  if (isAlive(holder.id) && Date.now() - holder.sinceMs < LONGEST_MS) return false;
  try {
    renameSync(file, aside);
    // Another may have cleared and taken it since it was read: then it is given back.
    if (readFileSync(aside, 'utf8') !== holder.id) linkSync(aside, file);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EEXIST') return true;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holderOf(file) {
  try {
    return { id: readFileSync(file, 'utf8'), sinceMs: statSync(file).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(id) {
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be signalled, and lives.
    return error.code === 'EPERM';
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
