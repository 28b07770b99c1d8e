// PNG from SVG in a thread of its own: laying a picture out keeps Vega's thread busy, painting and packing it another.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { ownFiles } from "#ownFiles";

/** Pixels of the PNG for one of the SVG. */
const pngScale = 2;

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(reason: Error): void;
}

/** What the thread answers: pictures come in the order in which they were asked for. */
type Painted = { png: Uint8Array } | { failure: string };

/** Paints one picture after the other; its thread is started with the first, and keeps no process from ending. */
export class Painter {
  private readonly waiting: Waiting[] = [];
  private worker: Worker | undefined;

  /** The SVG as the bytes of a PNG file, with two pixels for each of the SVG's. */
  paint(svg: string): Promise<Uint8Array> {
    this.worker ??= this.start();
    const { worker } = this;
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ resolve, reject }) === 1) worker.ref();
      worker.postMessage(svg);
    });
  }

  private start(): Worker {
    const options = {
      fitTo: { mode: "zoom", value: pngScale },
      font: {
        loadSystemFonts: false,
        fontFiles: [ownFiles.font("DejaVuSans"), ownFiles.font("DejaVuSans-Bold")],
        defaultFontFamily: "DejaVu Sans",
      },
    };
    const workerData = { resvg: createRequire(import.meta.url).resolve("@resvg/resvg-js"), options };
    const worker = new Worker(script, { eval: true, execArgv: [], workerData });
    worker.unref();
    worker.on("message", (painted: Painted) => {
      const asked = this.waiting.shift()!;
      if (this.waiting.length === 0) worker.unref();
      if ("png" in painted) asked.resolve(painted.png);
      else asked.reject(new Error(painted.failure));
    });
    const end = (reason: Error) => {
      if (this.worker === worker) this.worker = undefined;
      for (const { reject } of this.waiting.splice(0)) reject(reason);
    };
    worker.on("error", end);
    worker.on("exit", () => end(new Error("the thread that paints pictures has ended")));
    return worker;
  }
}

// Text, as a thread of Node 20 cannot load TypeScript.
const script = `
const { parentPort, workerData } = require("node:worker_threads");
const { Resvg } = require(workerData.resvg);
parentPort.on("message", (svg) => {
  try {
    const png = Uint8Array.from(new Resvg(svg, workerData.options).render().asPng());
    parentPort.postMessage({ png }, [png.buffer]);
  } catch (error) {
    parentPort.postMessage({ failure: error.message });
  }
});
`;
