// Places in a text.

/** A place in a text: offsets into it, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}
