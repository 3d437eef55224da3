// The door of pack/: reads, checks, copies and writes pack folders.
export { readPack, readPackFiles } from './read-pack.ts';
