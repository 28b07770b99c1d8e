// Large texts inside a page: gzipped and written as base64, a third of their size.

/** The text of an element that holds gzipped base64. */
export async function unpacked(id: string): Promise<string> {
  const packed = document.getElementById(id)!.textContent!;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
