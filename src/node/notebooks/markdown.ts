// Markdown as HTML. HTML in the text is shown, never run; links lead to pages alone.
import markdownIt from "markdown-it";
import type { Html } from "../../report/shared/html.ts";

const markdown = markdownIt({ html: false, linkify: false, typographer: false });

/** The HTML of a cell of prose. */
export function htmlOfMarkdown(text: string): Html {
  return { markup: markdown.render(text) };
}
