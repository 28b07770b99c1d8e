// The types of the doors, as TypeScript writes them: a file for each that they reach, and no other.
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const doors = ["index", "notebook"] as const;

/** Declarations by path below the package's types/, with "/". @throws Error where the source has errors of types */
export function declarations(root: string): ReadonlyMap<string, string> {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const source = join(root, "src");
  const files = doors.map((door) => join(source, `${door}.ts`));
  const written = new Map<string, string>();
  const program = ts.createProgram(files, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    outDir: source,
    rootDir: source,
  });
  const { diagnostics } = program.emit(undefined, (file, text) => {
    written.set(relative(source, file).replaceAll("\\", "/"), text);
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost(options)));
  return reached(written);
}

/** Those that the doors import, directly and indirectly. Their imports name the .js that stands for a .d.ts. */
function reached(written: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  const open: string[] = doors.map((door) => `${door}.d.ts`);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    const text = written.get(file)!;
    const at = file;
    found.set(
      file,
      text.replace(/(["'])(\.\.?\/[^"']+)\.ts\1/g, (_, quote: string, path: string) => {
        open.push(relative(resolve("."), resolve(dirname(at), `${path}.d.ts`)).replaceAll("\\", "/"));
        return `${quote}${path}.js${quote}`;
      }),
    );
  }
  return found;
}
