// What a scenario's file exports, checked before anything is run: the compiler checks the rest, but not everybody asks it.

import { stepUnits } from "../../assumptions/calendar/calendar.ts";
import { describeInput } from "../../assumptions/input.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { figureNames } from "../../format/figures/figureNames.ts";
import { outputKinds } from "../../simulation/outputKinds/index.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { InputDeclarations, Scenario } from "../../simulation/scenario.ts";

/** The scenario, or `BadInput` with everything that is wrong with it. `file` is named in the messages. */
export function checkScenario(exported: unknown, file: string): Scenario {
  if (typeof exported !== "object" || exported === null) {
    throw new BadInput([
      { path: file, message: "has no scenario", hint: "write `export default defineScenario({ … })`" },
    ]);
  }
  const scenario = exported as Scenario;
  const problems = [...missingParts(scenario)];
  // The parts are looked into only where they are there.
  if (problems.length === 0) problems.push(...unknownOutputs(scenario));
  problems.unshift(...unknownKeys(scenario));
  if (problems.length > 0) {
    throw new BadInput(problems.map((problem) => ({ ...problem, path: `${file}: ${problem.path}` })));
  }
  return scenario;
}

const parts: Readonly<Record<keyof Scenario, true>> = {
  title: true,
  question: true,
  answer: true,
  headline: true,
  step: true,
  inputs: true,
  outputs: true,
  trial: true,
  upstreams: true,
};

/** Keys that no scenario has, and those that belong into its config. */
function* unknownKeys(scenario: object): Iterable<Problem> {
  const known = Object.keys(parts).filter((part) => part !== "upstreams");
  for (const key of Object.keys(scenario)) {
    if (Object.hasOwn(parts, key)) continue;
    const inConfig = ["start", "horizon", "seed", "trials", "variants", "levels", "assumptions", "history"];
    const hint = inConfig.includes(key) ? `${key}: stands in the scenario's YAML` : nearestHint(key, known);
    yield { path: key, message: "is no part of a scenario", hint };
  }
}

function* missingParts(scenario: Partial<Scenario>): Iterable<Problem> {
  for (const part of ["title", "question", "answer"] as const) {
    if (typeof scenario[part] !== "string" || scenario[part].trim() === "")
      yield { path: part, message: "is missing: a sentence is wanted" };
  }
  if (typeof scenario.trial !== "function") {
    yield { path: "trial", message: "is missing: a function that plays the future once is wanted" };
  }
  if (!stepUnits.some((step) => step === scenario.step)) {
    yield {
      path: "step",
      message: `is ${JSON.stringify(scenario.step)}, allowed are ${stepUnits.join(", ")}`,
    };
  }
  if (!isRecord(scenario.inputs))
    yield { path: "inputs", message: "is missing: a record of units is wanted" };
  else yield* badInputs(scenario.inputs);
  if (!isRecord(scenario.outputs) || Object.keys(scenario.outputs).length === 0) {
    yield { path: "outputs", message: "is missing: at least one output is wanted" };
  } else yield* badOutputs(scenario.outputs);
  if (!Array.isArray(scenario.headline) || scenario.headline.length === 0) {
    yield { path: "headline", message: "is missing: name at least one output that answers the question" };
  }
}

function* badInputs(inputs: InputDeclarations): Iterable<Problem> {
  for (const [name, declaration] of Object.entries(inputs)) {
    const path = `inputs.${name}`;
    if (typeof declaration !== "string" && !isRecord(declaration)) {
      yield {
        path,
        message: "is no declaration: a unit is wanted",
        hint: 'for instance "persons" or share()',
      };
      continue;
    }
    if (typeof declaration !== "string" && "kind" in declaration) yield* badLink(path, declaration);
    const { unit, min, max } = describeInput(name, declaration);
    if (typeof unit !== "string" || unit.trim() === "")
      yield { path, message: 'has no unit; write "1" for a pure number' };
    if (min > max) yield { path, message: `has min ${min} above max ${max}` };
  }
}

/** An input that stands for an output must say of which scenario. */
function* badLink(path: string, declaration: object): Iterable<Problem> {
  const from = "from" in declaration ? declaration.from : undefined;
  if (typeof from === "string" && /^[^.]+\.[^.]+$/.test(from)) return;
  const message =
    from === undefined
      ? "is the declaration of an output"
      : `is taken from ${JSON.stringify(from)}, which names no output`;
  yield { path, message, hint: 'write series("t", { from: "harvest.stock" })' };
}

function* badOutputs(outputs: Readonly<Record<string, unknown>>): Iterable<Problem> {
  for (const [name, output] of Object.entries(outputs)) {
    if (!isRecord(output) || !outputKinds.some(({ kind }) => kind === output.kind)) {
      yield {
        path: `outputs.${name}`,
        message: "is no declaration of an output",
        hint: "made by scalar(), series(), event() or eventSeries()",
      };
    }
  }
}

/** Names in `headline` and in the placeholders of `answer` that no output has, or that have no single figure. */
function* unknownOutputs({ headline, answer, outputs }: Scenario): Iterable<Problem> {
  const names = Object.keys(outputs);
  for (const name of headline) {
    if (!names.includes(name)) {
      yield {
        path: "headline",
        message: `names "${name}", which is no output`,
        hint: nearestHint(name, names),
      };
    }
  }
  const told = names.filter((name) => kindOf(outputs[name]!).shape === "single");
  if (!headline.some((name) => told.includes(name))) {
    yield {
      path: "headline",
      message: "names neither a scalar nor an event, so that nothing answers the question",
    };
  }
  for (const [placeholder, content] of answer.matchAll(/\{([^{}]*)\}/g)) {
    if (content === "horizon" || (content === "end" && !names.includes("end"))) continue;
    const [name = "", ...figures] = content!.split(".");
    if (!told.includes(name)) {
      const message = `has the placeholder ${placeholder}, but no scalar or event is called "${name}"`;
      yield { path: "answer", message, hint: nearestHint(name, [...told, "horizon"]) };
      continue;
    }
    const figure = figures.join(".");
    const allowed = figureNames(outputs[name]!);
    if (figures.length > 0 && !allowed.includes(figure)) {
      const message = `has the placeholder ${placeholder}; "${name}" has no such figure`;
      yield { path: "answer", message, hint: nearestHint(figure, allowed) };
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
