// The state of a notebook's panels in the page's address: a reload keeps it, and the link gives it to others.

/** What the address says of a panel, as at the end of a report's link. */
export function panelLink(id: string): string {
  return words().get(id) ?? "";
}

/** Writes a panel's state into the address; an empty one leaves it out. */
export function rememberPanel(id: string, toHash: string): void {
  const all = words();
  if (toHash === "") all.delete(id);
  else all.set(id, toHash.slice(1));
  const text = all.toString();
  history.replaceState(null, "", text === "" ? location.pathname + location.search : `#${text}`);
}

function words(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}
