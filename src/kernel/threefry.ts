// Threefry4x32 with 20 rounds: chance as a function of a key and a counter, with no state to share or to lose.

const PARITY = 0x1bd11bda;

/** Writes four random words for a key and a counter: the same on every machine and in every order.
 *  @param words result, shape [4]   @param key shape [4]   @param counter shape [4]
 *  @source Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011 */
export function threefry(words: Int32Array, key: Int32Array, counter: Int32Array): void {
  let k0 = key[0] ?? 0;
  let k1 = key[1] ?? 0;
  let k2 = key[2] ?? 0;
  let k3 = key[3] ?? 0;
  let k4 = k0 ^ k1 ^ k2 ^ k3 ^ PARITY;
  let x0 = ((counter[0] ?? 0) + k0) | 0;
  let x1 = ((counter[1] ?? 0) + k1) | 0;
  let x2 = ((counter[2] ?? 0) + k2) | 0;
  let x3 = ((counter[3] ?? 0) + k3) | 0;
  // Five groups of four rounds; the rotations of odd and even groups differ, and the key moves on after each.
  for (let group = 1; group <= 5; group++) {
    const isOdd = (group & 1) === 1;
    x0 = (x0 + x1) | 0;
    x1 = (isOdd ? (x1 << 10) | (x1 >>> 22) : (x1 << 6) | (x1 >>> 26)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = (isOdd ? (x3 << 26) | (x3 >>> 6) : (x3 << 20) | (x3 >>> 12)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = (isOdd ? (x3 << 11) | (x3 >>> 21) : (x3 << 17) | (x3 >>> 15)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = (isOdd ? (x1 << 21) | (x1 >>> 11) : (x1 << 11) | (x1 >>> 21)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = (isOdd ? (x1 << 13) | (x1 >>> 19) : (x1 << 25) | (x1 >>> 7)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = (isOdd ? (x3 << 27) | (x3 >>> 5) : (x3 << 10) | (x3 >>> 22)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = (isOdd ? (x3 << 23) | (x3 >>> 9) : (x3 << 18) | (x3 >>> 14)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = (isOdd ? (x1 << 5) | (x1 >>> 27) : (x1 << 20) | (x1 >>> 12)) ^ x2;
    const first = k0;
    k0 = k1;
    k1 = k2;
    k2 = k3;
    k3 = k4;
    k4 = first;
    x0 = (x0 + k0) | 0;
    x1 = (x1 + k1) | 0;
    x2 = (x2 + k2) | 0;
    x3 = (x3 + k3 + group) | 0;
  }
  words[0] = x0;
  words[1] = x1;
  words[2] = x2;
  words[3] = x3;
}
