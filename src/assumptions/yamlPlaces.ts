// Where the values of a YAML file stand: a tree beside the data, as deep as they are.

/** YAML without types: every scalar is the text that is written. */
export type PlainData = string | PlainData[] | { [key: string]: PlainData };

/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];

/** Offsets of a value and its key in the file, and of what is in it. */
export interface ValuePlace {
  key: number;
  value: number;
  /** Whether the value's text stands in the file as it is, without escapes or folded lines. */
  verbatim: boolean;
  /** Whether the value was refused, with its problem told: what stands in the data for it is none of the writer's. */
  refused: boolean;
  /** Whether it is a text in quotation marks. */
  quoted?: boolean;
  /** Whether it stands between braces or brackets, where commas part values. */
  inFlow?: boolean;
  inner?: Map<string | number, ValuePlace>;
}

/** The place at `path`, and whether there is one; else that of the nearest thing around it. */
export function findPlace(
  root: ValuePlace | undefined,
  path: Path,
): { place: ValuePlace; isExact: boolean } | undefined {
  let place = root;
  for (const part of path) {
    const inner = place?.inner?.get(part);
    if (!inner) return place && { place, isExact: false };
    place = inner;
  }
  return place && { place, isExact: true };
}
