// Buckets that a column's values are counted in when there are too many to keep, and the way from a value to its bucket.

/** Buckets between rising edges: bucket b has the values from edges[b] up to, but not at, edges[b + 1]. */
export interface Buckets {
  /** The first is −Infinity, the last Infinity. */
  edges: Float64Array;
  /** What a table of `cells` says of a value, table after table: the bucket to begin at, or −n for table n. */
  cells: Int16Array;
  /** `tablePlaces` for each table. Its cells have the same width, but for the first and the last, which are open. */
  tables: Float64Array;
}

/** What stands where in the numbers of a table. */
const tablePlaces = { low: 0, cellsPerUnit: 1, firstCell: 2, lastCell: 3, length: 4 } as const;

/** More edges than this in a cell get a table of their own. */
const maxEdgesInCell = 4;
/** A table spreads over its edges without so large a share of them at each end, where they may lie far apart. */
const outerShare = 1 / 16;

/**
 * Buckets between these edges, and one below and above them.
 * @param inner rising, finite; at most 32,000
 * @param allocate memory for so many numbers
 */
export function bucketsBetween(
  inner: Float64Array,
  allocate: (length: number) => Float64Array = (length) => new Float64Array(length),
): Buckets {
  const edges = allocate(inner.length + 2);
  edges[0] = Number.NEGATIVE_INFINITY;
  edges.set(inner, 1);
  edges[inner.length + 1] = Number.POSITIVE_INFINITY;
  const found = layTables(edges);
  const tables = allocate(found.tables.length);
  tables.set(found.tables);
  const { buffer, byteOffset } = allocate(Math.ceil(found.cells.length / 4));
  const cells = new Int16Array(buffer, byteOffset, found.cells.length);
  cells.set(found.cells);
  return { edges, cells, tables };
}

/** How many buckets there are. */
export function bucketCount({ edges }: Buckets): number {
  return edges.length - 1;
}

/**
 * The bucket of a value that is no NaN. The place in a table rises with the value, rounding included: edges in lower cells
 * are below the value, those in higher cells above, and only those of its own cell need be looked at.
 */
export function bucketOf({ edges, cells, tables }: Buckets, value: number): number {
  let bucket = 0;
  do {
    const table = -bucket * tablePlaces.length;
    const place = (value - tables[table + tablePlaces.low]!) * tables[table + tablePlaces.cellsPerUnit]!;
    const lastCell = tables[table + tablePlaces.lastCell]!;
    bucket = cells[tables[table + tablePlaces.firstCell]! + cellAt(place, lastCell)]!;
  } while (bucket < 0);
  while (value >= edges[bucket + 1]!) bucket++;
  return bucket;
}

/** Tables over the inner edges, the one that every search begins with first. */
function layTables(edges: Float64Array): { tables: number[]; cells: number[] } {
  const tables: number[] = [];
  const cells: number[] = [];

  /** Lays the table of edges [from … to), and gives its number. */
  function lay(from: number, to: number): number {
    const number = tables.length / tablePlaces.length;
    const count = to - from;
    const outer = Math.floor(count * outerShare);
    const [low, high] = [edges[from + outer]!, edges[to - 1 - outer]!];
    const lastCell = 2 * count;
    const cellsPerUnit = lastCell / (high - low);
    const firstCell = cells.length;
    tables.push(low, cellsPerUnit, firstCell, lastCell);
    for (let cell = 0; cell <= lastCell; cell++) cells.push(0);
    let first = from;
    for (let cell = 0; cell <= lastCell; cell++) {
      let next = first;
      while (next < to && cellAt((edges[next]! - low) * cellsPerUnit, lastCell) <= cell) next++;
      const divides = next - first > maxEdgesInCell && canDivide(first, next);
      cells[firstCell + cell] = divides ? -lay(first, next) : first - 1;
      first = next;
    }
    return number;
  }

  /** Whether a table over these edges has cells of a width that can be computed with. */
  function canDivide(from: number, to: number): boolean {
    const outer = Math.floor((to - from) * outerShare);
    const width = edges[to - 1 - outer]! - edges[from + outer]!;
    return Number.isFinite(width) && Number.isFinite((2 * (to - from)) / width);
  }

  const last = edges.length - 1;
  if (last > 1 && canDivide(1, last)) lay(1, last);
  else {
    // All values begin at the first bucket.
    tables.push(0, 0, 0, 0);
    cells.push(0);
  }
  return { tables, cells };
}

function cellAt(place: number, lastCell: number): number {
  // Truncation by |0 is what floor does here, and quicker.
  return place < lastCell ? (place < 0 ? 0 : place | 0) : lastCell;
}
