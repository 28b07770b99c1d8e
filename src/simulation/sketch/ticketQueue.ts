// A line to stand in.

/** A place in a line: who comes in order is served in order, however long each takes to be ready. */
export interface Turn {
  comes: Promise<void>;
  end(): void;
}

export function line(): () => Turn {
  let last = Promise.resolve();
  return () => {
    const comes = last;
    let end = () => {};
    last = new Promise((resolve) => {
      end = resolve;
    });
    return { comes, end };
  };
}
