// Failures above the last result that could be made.

const noticeId = "preview-failure";

/** Shows messages above the page and greys the page out; without messages removes both. */
export function showFailures(messages: readonly string[]): void {
  document.getElementById(noticeId)?.remove();
  for (const part of document.body.children) {
    if (!(part instanceof HTMLElement)) continue;
    part.style.filter = messages.length > 0 ? "grayscale(1)" : "";
    part.style.opacity = messages.length > 0 ? "0.45" : "";
  }
  if (messages.length > 0) document.body.prepend(notice(messages));
}

function notice(messages: readonly string[]): HTMLElement {
  const element = document.createElement("div");
  element.setAttribute("role", "alert");
  element.id = noticeId;
  const heading = document.createElement("strong");
  heading.textContent = "This is the last result that could be made. Since then:";
  const text = document.createElement("pre");
  text.textContent = messages.join("\n");
  // By properties: the page's policy allows no style attribute in markup.
  text.style.cssText = textStyle;
  element.style.cssText = noticeStyle;
  element.append(heading, text);
  return element;
}

const textStyle =
  "margin:.5rem 0 0;border:0;white-space:pre-wrap;overflow-wrap:anywhere;background:none;padding:0;color:inherit";
const noticeStyle =
  "position:sticky;top:0;z-index:1000;padding:.75rem 1rem;max-height:50vh;overflow:auto;font:.8125rem/1.5 'DejaVu Sans',Verdana,sans-serif;color:#fff;background:#8a2a00";
