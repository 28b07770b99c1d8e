// HTML from data: whatever is put into a template is escaped, unless it comes from a template itself.

/** Markup in which all data are escaped. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | undefined | false | readonly Part[];

/** html`<p>${title}</p>`: strings are escaped, parts made by `html` stay, lists are joined, undefined and false are left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((text, string, i) => text + markupOf(parts[i - 1]) + string) };
}

/** Empty markup. */
export const nothing: Html = { markup: "" };

function markupOf(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  if (Array.isArray(part)) return part.map(markupOf).join("");
  return (part as Html).markup;
}

/** A text as it can stand between tags and in quoted attributes; control characters that no page may hold are left out. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  // Line ends and tabs are control characters too, and stay.
  const clean = text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) =>
    /\s/.test(character) ? character : "",
  );
  return clean.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A script for a script element, with everything escaped that would end the element or hide the script. */
export function scriptInScript(script: string): Html {
  return { markup: script.replace(/<(?=\/script|!--|script)/gi, "\\x3c") };
}

/**
 * A style sheet for a style element.
 *
 * @throws RangeError where it would end the element.
 */
export function styleInStyle(style: string): Html {
  if (style.includes("</")) throw new RangeError("a style sheet holds no end tag");
  return { markup: style };
}

/** The text with no-break spaces between a number and its per cent sign or currency: "90 %", "960M USD". */
export function unbroken(text: string): string {
  return text.replace(/(\d[kMBT]?) (?=%|[A-Z]{3}(?![A-Z]))/g, "$1\u00a0");
}

/** `unbroken` for markup. */
export function unbrokenIn({ markup }: Html): Html {
  return { markup: unbroken(markup) };
}
