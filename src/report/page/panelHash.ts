// The settings of a notebook's panels in the page's address, for reloads and for links.

/** The settings of a panel as `toHash` writes them, without "#"; empty where the address has none. */
export function panelHash(id: string): string {
  return hashes().get(id) ?? "";
}

/** Writes a panel's settings, from `toHash`, into the address; "" removes them. */
export function setPanelHash(id: string, hash: string): void {
  const all = hashes();
  if (hash === "") all.delete(id);
  else all.set(id, hash.slice(1));
  const text = all.toString();
  history.replaceState(null, "", text === "" ? location.pathname + location.search : `#${text}`);
}

function hashes(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}
