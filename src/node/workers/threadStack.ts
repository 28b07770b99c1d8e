// Where a thread is that does not come back: the inspector can ask it between two instructions of a loop.
import { Session } from "node:inspector";

/** A thread that cannot be asked, as in one long call of V8's own, is not waited for longer. */
const patienceMs = 3000;

/** The stack of what the thread of this number does right now; "" where it does not say. */
export function stackOfThread(threadId: number): Promise<string> {
  const session = new Session();
  return new Promise<string>((resolve) => {
    setTimeout(() => resolve(""), patienceMs).unref();
    const post = session.post.bind(session) as Post;
    session.connect();
    session.on("NodeWorker.attachedToWorker", ({ params: { sessionId, workerInfo } }) => {
      // "[worker 3]": the inspector's own ids are others.
      if (Number(/^\[worker (\d+)\]/.exec(workerInfo.title)?.[1]) !== threadId) return;
      const message = JSON.stringify({
        id: 1,
        method: "Runtime.evaluate",
        params: { expression: "new Error().stack" },
      });
      post("NodeWorker.sendMessageToWorker", { sessionId, message });
    });
    session.on("NodeWorker.receivedMessageFromWorker", ({ params: { message } }) => {
      const answer = JSON.parse(message) as { id?: number; result?: { result?: { value?: unknown } } };
      const stack = answer.result?.result?.value;
      if (answer.id === 1) resolve(typeof stack === "string" ? stack : "");
    });
    post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  })
    .catch(() => "")
    .finally(() => session.disconnect());
}

type Post = (method: string, params: object) => void;
