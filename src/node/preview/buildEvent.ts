// What a builder reports of pages.

/** What happened to a page; `page` is its path in the outputs, with "/" between folders. */
export type BuildEvent =
  /** It was written; `parts` are the milliseconds of each part of the build, "read 12, play 340". */
  | { kind: "made"; page: string; milliseconds: number; parts: string }
  /** It can be shown as few trials have it, before it is written. */
  | { kind: "drafted"; page: string; html: string }
  /** It could not be built; the message is in the words of the command line. */
  | BuildFailure;

/** A page that could not be built. */
export interface BuildFailure {
  kind: "failed";
  page: string;
  message: string;
}
