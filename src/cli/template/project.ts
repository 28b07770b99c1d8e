// The files of a new project around its scenarios: texts here, since a package may not hold a .gitignore.
import packageJson from "../../../package.json" with { type: "json" };
import { exampleFiles } from "./example.ts";

/** What a project is begun with. */
export interface ProjectStart {
  /** Of the article, in the README. */
  title: string;
  /** Of the folder; becomes the package's. */
  name: string;
  /** What package.json asks for: a version, or where the package lies. */
  kit: string;
}

/** All files of a new project by path, with "/". */
export function projectFiles(start: ProjectStart): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", json(packageOf(start))],
    ["tsconfig.json", json(typescript)],
    [".gitignore", "node_modules/\noutputs/\n.DS_Store\n"],
    [".gitattributes", "* text=auto eol=lf\n"],
    [".vscode/settings.json", json(editor)],
    ["README.md", readme(start.title)],
    ...exampleFiles,
  ]);
}

function json(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function packageOf({ name, kit }: ProjectStart) {
  return {
    name: packageName(name),
    private: true,
    type: "module",
    scripts: {
      start: "sandtable all",
      preview: "sandtable preview",
      check: "tsc && sandtable check",
      sandtable: "sandtable",
    },
    devDependencies: { sandtable: kit, typescript: packageJson.devDependencies.typescript },
  };
}

/** "Mein Artikel" → "mein-artikel" */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return ["", "sandtable", "typescript"].includes(name) ? "my-article" : name;
}

const typescript = {
  compilerOptions: {
    target: "ES2023",
    lib: ["ES2023", "DOM"],
    module: "NodeNext",
    strict: true,
    noUncheckedIndexedAccess: false,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  },
  include: ["scenarios", "notebooks"],
};

const schemas = "./node_modules/sandtable/schemas";

const editor = {
  "yaml.schemas": {
    [`${schemas}/claims.schema.json`]: "scenarios/claims.yaml",
    [`${schemas}/checks.schema.json`]: "scenarios/checks.yaml",
    [`${schemas}/common.schema.json`]: "scenarios/common.yaml",
    [`${schemas}/config.schema.json`]: [
      "scenarios/*.yaml",
      ...["claims", "checks", "common"].map((file) => `!scenarios/${file}.yaml`),
    ],
  },
};

function readme(title: string): string {
  return `# ${title}

What follows from the figures of an article, how sure that is, and what it hangs on; made with Sandtable.
Change first: this title, then the files below, from the top.

| file | holds |
| --- | --- |
| \`scenarios/claims.yaml\` | what the article says, figure by figure, and how reliable it is |
| \`scenarios/common.yaml\` | settings, and what several scenarios believe |
| \`scenarios/checks.yaml\` | what the figures ought to add up to |
| \`scenarios/pool.ts\` | a question, and what happens in one possible future |
| \`scenarios/pool.yaml\` | what is believed about its inputs, and why; what-ifs |
| \`notebooks/pool.ts\` | an argument in prose, with live figures |

\`\`\`sh
npm install
npm start                        # plays everything, fills outputs/; open outputs/index.html
npm run preview                  # the pages in a browser, made anew after each edit
npm run check                    # types, and whether the article's figures fit together
npx sandtable run pool           # one scenario; npx sandtable --help lists the commands
npx sandtable new my-question    # another scenario
\`\`\`
`;
}
