// What the preview's server sends to the pages that are open.

/** A page was made anew, or could not be; `page` is its path as in the address, without the first slash. */
export type PreviewEvent =
  | { kind: "made"; page: string }
  /** `message` is in the words of the command line. */
  | { kind: "failed"; page: string; message: string };
