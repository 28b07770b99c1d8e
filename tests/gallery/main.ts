// npm run gallery: draws every example into outputs/gallery, as SVG and PNG.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPng, renderSvg } from "../../src/node/output/render.ts";
import { examples } from "./examples.ts";

const folder = process.argv[2] ?? join("outputs", "gallery");
mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(examples)) {
  const svg = await renderSvg(chart.spec);
  writeFileSync(join(folder, `${name}.svg`), svg);
  writeFileSync(join(folder, `${name}.png`), await renderPng(svg));
}
console.log(`${Object.keys(examples).length} charts in ${folder}`);
