// First-come, first-served tickets.

/** A place in a queue: `ready` is fulfilled when all tickets taken before have ended. */
export interface Ticket {
  ready: Promise<void>;
  end(): void;
}

/** A queue: the function it gives takes a ticket. */
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
