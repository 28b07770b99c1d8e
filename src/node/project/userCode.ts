// What a process knows of the user's code that it runs: how far it is, and how long it may take.
import { UserCodeWatch, watchCells } from "../../simulation/userCodeWatch.ts";

/** The watch of a session's own thread; another thread can read its cells. */
export const userCode = () => new UserCodeWatch(sharedCells());

/** A script that a session has run or is about to run, and whose it is. */
export interface UserScript {
  name: string;
  script: string;
}

/** A session's scripts by the files that they were made from: by them places are found in what is thrown. */
export const userScripts = () => new Map<string, UserScript>();

/** Cells for a watch that all threads can read. */
export function sharedCells(): Float64Array {
  return new Float64Array(new SharedArrayBuffer(watchCells * Float64Array.BYTES_PER_ELEMENT));
}
