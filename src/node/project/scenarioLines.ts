// What a list shows of a scenario: its question, and the names of its what-ifs. Nothing else of its config is read.
import { join } from "node:path";
import { labelOf } from "../../assumptions/input.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { readYaml } from "../../assumptions/yaml.ts";
import type { PlainData } from "../../assumptions/yamlPlaces.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { type Project, readSource, type ScenarioFiles, type Source } from "./project.ts";
import { modelFailure, readModel } from "./readModel.ts";
import type { Session } from "./session.ts";

/** A scenario as a list shows it. */
export interface ScenarioLines {
  name: string;
  title: string;
  question: string;
  variants: { name: string; title: string }[];
}

/** @throws BadInput or ScenarioFailure where the model, or the YAML as such, cannot be read */
export async function scenarioLines(
  { folder }: Project,
  { name, model, config }: ScenarioFiles,
  session: Session,
): Promise<ScenarioLines> {
  const { title, question } = await readHead(join(folder, model), model, session);
  const written = Object.entries(readVariants(readSource(config, folder)) ?? {});
  const variants = written.map(([variant, fields]) => {
    const own = mapAt(fields)?.title;
    return { name: variant, title: typeof own === "string" ? own.trim() : labelOf(variant) };
  });
  return { name, title, question, variants: [{ name: "base", title: "Base" }, ...variants] };
}

// At the top of a file, with the lines that belong to it: those that are indented, empty or comments.
const variantsBlock = /^variants[ \t]*:.*(?:\n(?:[ \t#].*)?)*/gm;

/** The fields of a config's variants. Most of a config's time is its reasons: only what stands there is parsed, where that can be told. */
function readVariants({ text, file }: Source): { [key: string]: PlainData } | undefined {
  if (!text.includes("variants")) return undefined;
  const blocks = [...text.matchAll(variantsBlock)];
  const [block] = blocks;
  if (block && blocks.length === 1) {
    // Places count from the top of the file.
    const before = text.slice(0, block.index).replace(/[^\n]/g, "");
    const { data, problems } = readYaml({ text: before + block[0], file });
    if (problems.length === 0) return mapAt(mapAt(data)?.variants);
  }
  // It refers to what stands elsewhere, or is written otherwise.
  const { data, problems } = readYaml({ text, file });
  if (problems.length > 0) throw new BadInput(problems);
  return mapAt(mapAt(data)?.variants);
}

async function readHead(path: string, model: string, session: Session) {
  let scenario: unknown;
  try {
    scenario = (await readModel(path, session)).default;
  } catch (error) {
    if (error instanceof ScenarioFailure || error instanceof BadInput) throw error;
    throw modelFailure(model, error);
  }
  const { title, question } = Object(scenario);
  if (typeof title === "string" && typeof question === "string") return { title, question };
  // It says what is wrong with it.
  const { checkScenario } = await import("./checkScenario.ts");
  return checkScenario(scenario, model);
}

function mapAt(data: PlainData | undefined): { [key: string]: PlainData } | undefined {
  return typeof data === "object" && !Array.isArray(data) ? data : undefined;
}
