// Right answers by hand: how a notebook's text is parted into cells, and what its prose becomes.
import { expect, test } from "vitest";
import { BadInput } from "../../../src/assumptions/problems.ts";
import { parseCells } from "../../../src/node/notebooks/cells.ts";
import { htmlOfMarkdown } from "../../../src/node/notebooks/markdown.ts";
import { proseOf } from "../../../src/node/notebooks/templateProse.ts";

test("cells begin at their marks, prose loses its comment signs, empty lines around are not theirs", () => {
  const text = [
    'import x from "y";',
    "",
    "// %% [markdown]",
    "// # Title",
    "//",
    "//   - indented",
    "// %% The sum ",
    "",
    "  const a = 1; // %% no mark",
    "",
    "//%%",
    "f(a);",
  ];
  expect(parseCells(text.join("\r\n"), "n.ts")).toEqual([
    { kind: "code", title: "", text: 'import x from "y";', line: 0 },
    { kind: "markdown", title: "", text: "# Title\n\n  - indented", line: 3 },
    { kind: "code", title: "The sum", text: "  const a = 1; // %% no mark", line: 7 },
    { kind: "code", title: "", text: "f(a);", line: 11 },
  ]);
  expect(parseCells("", "n.ts")).toEqual([]);
});

test("code is shown at once where its mark says so", () => {
  const [open, closed] = parseCells("// %% [open] The sum\na;\n// %% The rest\nb;", "n.ts");
  expect(open).toEqual({ kind: "code", title: "The sum", text: "a;", line: 1, isOpen: true });
  expect(closed).toEqual({ kind: "code", title: "The rest", text: "b;", line: 3 });
});

test("code in a cell of prose is refused with its place, all of it at once", () => {
  const text = "// %% [markdown]\n// fine\nlet a = 1;\n  a++;\n";
  let thrown: unknown;
  try {
    parseCells(text, "notebooks/n.ts");
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(BadInput);
  const { problems } = thrown as BadInput;
  expect(problems.map(({ place }) => place)).toEqual([
    { file: "notebooks/n.ts", line: 3, column: 1 },
    { file: "notebooks/n.ts", line: 4, column: 3 },
  ]);
});

function prose(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  return proseOf(strings, values);
}

test("prose loses its common indentation and keeps what goes deeper", () => {
  expect(prose`
    First ${1}
      deeper

    ${2} last
  `).toBe("First 1\n  deeper\n\n2 last");
});

test.each([
  "<script>alert(1)</script>",
  "[a](javascript:alert(1))",
  "![x](https://example.org/x.png)",
  "**bold** _slanted_ `code`",
  "# no heading\n- no list",
  "a & b &lt; c \\ d | e",
  "<https://example.org>",
])("what is filled in is shown as it is: %s", (data) => {
  const { markup } = htmlOfMarkdown(prose`It says: ${data}.`);
  expect(markup).not.toMatch(/<(?!\/?p>)/);
  const shown = markup
    .replace(/<\/?p>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
  expect(shown.trim()).toBe(`It says: ${data.replace("\n", " ")}.`);
});

test("the writer's own Markdown gives no HTML and no link that runs", () => {
  const { markup } = htmlOfMarkdown(
    "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://example.org)",
  );
  expect(markup).not.toContain("<img");
  expect(markup).not.toContain('href="javascript');
  expect(markup).toContain('href="https://example.org"');
});
