import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaFiles } from "../../../src/cli/commands/schema.ts";

test.each(schemaFiles)(
  "$file is the one that is read with (law: `sandtable schema` writes it anew)",
  ({ file, text }) => {
    expect(readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8")).toBe(text());
  },
);
