// Transformation matrices of PDF: six numbers, row vectors (ISO 32000-1, 8.3.4).

export type Matrix = readonly [number, number, number, number, number, number];

export const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** A matrix of a file, the unit where it is not six numbers. */
export const matrixOf = (values: readonly (number | undefined)[]): Matrix => {
  const [a, b, c, d, e, f] = values;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return unit;
  return e === undefined || f === undefined ? unit : [a, b, c, d, e, f];
};
