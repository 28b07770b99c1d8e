// A line to stand in.

/** A place in a line: who comes in order is served in order, however long each takes to be ready. */
export interface Ticket {
  ready: Promise<void>;
  end(): void;
}

export function ticketQueue(): () => Ticket {
  let last = Promise.resolve();
  return () => {
    const ready = last;
    let end = () => {};
    last = new Promise((resolve) => {
      end = resolve;
    });
    return { ready, end };
  };
}
