import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checksSchemaFile, checksSchemaText, schemaFile, schemaText } from "../../src/cli/schema.ts";

test.each([
  [schemaFile, schemaText()],
  [checksSchemaFile, checksSchemaText()],
])("%s is the one that is read with (law: `sandtable schema` writes it anew)", (file, text) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).toBe(text);
});
