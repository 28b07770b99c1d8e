// Large texts inside a page: gzipped and written as base64, a third of their size. `pack` is in node/output.

/** The text that gzipped base64 holds. */
export async function unpack(packed: string): Promise<string> {
  const characters = atob(packed);
  // Half a million times: a loop is ten times as quick as Uint8Array.from.
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** The text of the page's element with this id, unpacked. */
export function unpacked(id: string): Promise<string> {
  return unpack(document.getElementById(id)!.textContent!);
}

/** Bytes of checksum and length at the end of a gzip (RFC 1952). */
const trailerBytes = 8;
/** Characters of base64 that hold them, whatever the padding. */
const endLength = 16;

/** The end of a packed text, which is enough to compare it with another. */
export function endOf(packed: string): string {
  return packed.slice(-endLength);
}

/** Whether two packed texts have the same content, by checksum and length; of each the end is enough. */
export function isSameContent(one: string, other: string): boolean {
  const [trailer, otherTrailer] = [one, other].map((packed) => atob(endOf(packed)).slice(-trailerBytes));
  return trailer === otherTrailer;
}
