// Where a field of numbers on a grid has a given height: the pieces of its contour line.

/** A straight piece of a line. */
export interface LineSegment {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

/** Heights on a grid: the one at (xs[i], ys[j]) stands at j · xs.length + i. */
export interface HeightField {
  xs: readonly number[];
  ys: readonly number[];
  heights: readonly number[];
}

/**
 * The contour at `level`, by marching squares (after Lorensen and Cline 1987, Marching Cubes): in each square between
 * four grid points the line crosses the sides on which the height passes the level, by linear interpolation. Where
 * two opposite corners are high, the mean of the four decides how they connect. Squares with a NaN are left out.
 */
export function contour({ xs, ys, heights }: HeightField, level: number): LineSegment[] {
  const pieces: LineSegment[] = [];
  const at = (i: number, j: number): Corner => ({
    x: xs[i]!,
    y: ys[j]!,
    h: heights[j * xs.length + i]! - level,
  });
  for (let j = 0; j + 1 < ys.length; j++) {
    for (let i = 0; i + 1 < xs.length; i++) {
      // Corners in turn around the square.
      pieces.push(...acrossSquare([at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)]));
    }
  }
  return pieces;
}

interface Corner {
  x: number;
  y: number;
  h: number;
}

function acrossSquare(corners: readonly [Corner, Corner, Corner, Corner]): LineSegment[] {
  if (corners.some(({ h }) => Number.isNaN(h))) return [];
  const crossings = corners.flatMap((from, k) => {
    const to = corners[(k + 1) % corners.length]!;
    // A height at the level counts as above it, so that no crossing is met twice.
    if (from.h >= 0 === to.h >= 0) return [];
    const share = from.h / (from.h - to.h);
    return [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }];
  });
  const piece = (a: number, b: number): LineSegment => {
    const [from, to] = [crossings[a]!, crossings[b]!];
    return { ...from, x2: to.x, y2: to.y };
  };
  if (crossings.length === 2) return [piece(0, 1)];
  if (crossings.length !== 4) return [];
  const middle = corners.reduce((sum, { h }) => sum + h, 0);
  // Side k lies between corner k and the next: a corner that stands alone is cut off by the sides next to it.
  return middle >= 0 === corners[0].h >= 0 ? [piece(0, 1), piece(2, 3)] : [piece(3, 0), piece(1, 2)];
}
