// Large texts inside a page: gzipped and written as base64, a third of their size.

/** The text of an element that holds gzipped base64. */
export async function unpacked(id: string): Promise<string> {
  const packed = document.getElementById(id)!.textContent!;
  const characters = atob(packed);
  // Half a million times: a loop is ten times as quick as Uint8Array.from.
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
