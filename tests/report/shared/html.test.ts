import { expect, test } from "vitest";
import { pageText } from "../../../src/report/html/document.ts";
import { figuresCsv } from "../../../src/report/page/figuresCsv.ts";
import { html, scriptInScript, unbroken, unbrokenIn } from "../../../src/report/shared/html.ts";
import { shellWord } from "../../../src/report/shared/settings.ts";
import { findings } from "../someFindings.ts";

const hostile = `</script><img src=x onerror="alert('1')"> & \u0000\ud800`;

test("right answer: data in a template are text, in elements and in attributes", () => {
  expect(html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`]}</p>`.markup).toBe(
    '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; ">' +
      "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; <b>1</b></p>",
  );
});

test.each([
  ["90 % interval", "90\u00a0% interval"],
  ["460M USD to 2.2B USD", "460M\u00a0USD to 2.2B\u00a0USD"],
  ["2,000 USD/soldier/month", "2,000\u00a0USD/soldier/month"],
  ["11,000 soldiers in 24 months", "11,000 soldiers in 24 months"],
])("right answer: in %s a number stays with its per cent sign or its currency", (text, whole) => {
  expect(unbroken(text)).toBe(whole);
  expect(unbrokenIn(html`<p>${text}</p>`).markup).toBe(`<p>${whole}</p>`);
});

test("law: a script keeps its meaning and loses what would end it", () => {
  const { markup } = scriptInScript(`const text = "</script><!--<script>";text`);
  expect(markup).not.toMatch(/<\/script|<!--|<script/i);
  expect(new Function(markup.replace(";text", ";return text"))()).toBe("</script><!--<script>");
});

test("right answer: a page without a script lets none run", () => {
  const page = pageText({ title: hostile, description: hostile, body: html`<p>hello</p>` }, () => "hash");
  expect(page).toContain(
    "default-src &#39;none&#39;; script-src &#39;none&#39;; style-src &#39;sha256-hash&#39;",
  );
  expect(page).not.toContain("<script");
});

test("right answer: a table of figures has a row for each estimate, and no text that a spreadsheet runs", () => {
  const lines = figuresCsv(findings("=cmd|'/c calc'!A1")).trimEnd().split("\r\n");
  expect(lines[0]).toBe("variant,output,unit,step,statistic,value,error");
  expect(lines[1]).toBe("base,'=cmd|'/c calc'!A1,USD,,mean,1.5,0.25");
  expect(lines).toHaveLength(1 + 7);
});

test.each([
  ["troops=11k", "troops=11k"],
  ["troops=11k to 40k", "'troops=11k to 40k'"],
  ["x=$(rm -rf .)'", "'x=$(rm -rf .)'\\'''"],
  ["", "''"],
])("right answer: %s in a shell is %s", (word, written) => {
  expect(shellWord(word)).toBe(written);
});
