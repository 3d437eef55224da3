// Chooses at random, and always the same: chance for tests that want many cases and no surprises.
import { nextUniform, openStream, streamKey } from '#kernel';

/** @returns a function that gives a whole number from 0 to one less than what it is asked */
export function keyedChooser(seed: number): (count: number) => number {
  const stream = openStream(streamKey(seed));
  return (count) => Math.floor(nextUniform(stream) * count);
}
