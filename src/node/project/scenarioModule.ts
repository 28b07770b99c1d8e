// What is read from a scenario's file.

/** What a scenario's file exports as its default, and the script that has given it. */
export interface ScenarioModule {
  default?: unknown;
  script: string;
}

/** Reads the file at an absolute path. */
export type ReadModel = (path: string) => Promise<ScenarioModule>;
