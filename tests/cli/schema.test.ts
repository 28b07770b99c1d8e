import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaFile, schemaText } from "../../src/cli/schema.ts";

test("the schema in scenarios/ is the one that configs are read with (law: `sandtable schema` writes it anew)", () => {
  expect(readFileSync(new URL(`../../${schemaFile}`, import.meta.url), "utf8")).toBe(schemaText());
});
