// Files and texts that a reader takes from a page.

/** After so long the browser has read what it downloads. */
const downloadMs = 10_000;

/** Offers content as a download with this file name; texts are written as UTF-8. */
export function download(name: string, type: string, content: string | Blob): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), downloadMs);
}

/** Pixels of a PNG for each of its SVG. */
const pngScale = 2;

/**
 * An SVG text as a PNG, with two pixels for each of its own.
 *
 * @throws where the browser cannot draw it, or it has no size.
 */
export async function svgToPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * pngScale;
    canvas.height = image.naturalHeight * pngScale;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("the picture has no size"))),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Puts a text on the clipboard; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
