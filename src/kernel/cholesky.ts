// The square root of a matrix that lists how several normal numbers vary together.

/** The lower triangle L with L·Lᵀ equal to the matrix, row by row.
 *  @param matrix symmetric, shape [row][column]
 *  @returns null where no numbers can vary together like that: the matrix is not positive semi-definite */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let before = 0; before < column; before++) {
        rest -= (factor[row * size + before] ?? 0) * (factor[column * size + before] ?? 0);
      }
      if (row === column) {
        if (rest < -ROUNDING) return null;
        factor[row * size + row] = Math.sqrt(Math.max(0, rest));
        continue;
      }
      const pivot = factor[column * size + column] ?? 0;
      if (pivot > ROUNDING) factor[row * size + column] = rest / pivot;
      // What is tied to nothing that varies can vary with nothing.
      else if (Math.abs(rest) > ROUNDING) return null;
    }
  }
  return factor;
}

/** What is left of a correlation of 1 after a few dozen subtractions. */
const ROUNDING = 1e-9;
