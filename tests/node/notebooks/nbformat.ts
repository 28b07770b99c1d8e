// The rules of nbformat 4.5 that a notebook of ours can break: what its published JSON Schema demands, and unique ids.

type Json = Record<string, unknown>;

/** Everything in a parsed .ipynb that nbformat 4.5 does not allow. */
export function nbformatProblems(notebook: unknown): string[] {
  const problems: string[] = [];
  const demand = (holds: boolean, message: string) => {
    if (!holds) problems.push(message);
  };
  if (!isObject(notebook)) return ["is no object"];
  onlyKeys(notebook, ["metadata", "nbformat", "nbformat_minor", "cells"], "notebook", problems);
  demand(notebook.nbformat === 4, "nbformat is not 4");
  demand(
    Number.isInteger(notebook.nbformat_minor) && Number(notebook.nbformat_minor) >= 5,
    "minor is below 5",
  );
  demand(isObject(notebook.metadata), "metadata is no object");
  const language = (notebook.metadata as Json).language_info;
  demand(isObject(language) && typeof language.name === "string", "language_info has no name");
  if (!Array.isArray(notebook.cells)) return [...problems, "cells is no list"];
  const ids = new Set<unknown>();
  for (const [k, cell] of (notebook.cells as Json[]).entries()) {
    const at = `cell ${k}`;
    demand(typeof cell.id === "string" && /^[a-zA-Z0-9-_]{1,64}$/.test(cell.id), `${at}: id ${cell.id}`);
    demand(!ids.has(cell.id), `${at}: id ${cell.id} is there twice`);
    ids.add(cell.id);
    demand(isObject(cell.metadata), `${at}: metadata`);
    demand(isMultiline(cell.source), `${at}: source`);
    if (cell.cell_type === "markdown")
      onlyKeys(cell, ["id", "cell_type", "metadata", "source"], at, problems);
    else if (cell.cell_type === "code") {
      const keys = ["id", "cell_type", "metadata", "source", "outputs", "execution_count"];
      onlyKeys(cell, keys, at, problems);
      const count = cell.execution_count;
      demand(count === null || (Number.isInteger(count) && Number(count) >= 0), `${at}: execution_count`);
      demand(Array.isArray(cell.outputs), `${at}: outputs`);
      for (const output of cell.outputs as Json[]) problems.push(...outputProblems(output, at));
    } else problems.push(`${at}: cell_type ${cell.cell_type}`);
  }
  return problems;
}

function outputProblems(output: Json, at: string): string[] {
  const problems: string[] = [];
  switch (output.output_type) {
    case "stream":
      onlyKeys(output, ["output_type", "name", "text"], at, problems);
      if (typeof output.name !== "string" || !isMultiline(output.text)) problems.push(`${at}: stream`);
      break;
    case "error":
      onlyKeys(output, ["output_type", "ename", "evalue", "traceback"], at, problems);
      if (typeof output.ename !== "string" || typeof output.evalue !== "string")
        problems.push(`${at}: error`);
      if (!isMultiline(output.traceback) || typeof output.traceback === "string")
        problems.push(`${at}: traceback`);
      break;
    case "display_data": {
      onlyKeys(output, ["output_type", "data", "metadata"], at, problems);
      if (!isObject(output.metadata)) problems.push(`${at}: metadata of an output`);
      // What is JSON by its type may be any JSON; all else is text.
      for (const [type, data] of Object.entries(output.data as Json)) {
        if (!/^application\/(.*\+)?json$/.test(type) && !isMultiline(data)) problems.push(`${at}: ${type}`);
      }
      break;
    }
    default:
      problems.push(`${at}: output_type ${output.output_type}`);
  }
  return problems;
}

function onlyKeys(object: Json, allowed: readonly string[], at: string, problems: string[]): void {
  for (const key of allowed) if (!(key in object)) problems.push(`${at}: no ${key}`);
  for (const key of Object.keys(object)) if (!allowed.includes(key)) problems.push(`${at}: unknown ${key}`);
}

function isMultiline(value: unknown): boolean {
  return (
    typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"))
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
