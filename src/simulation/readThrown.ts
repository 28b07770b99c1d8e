// What code of the user throws can be anything: null, or an object that throws again when it is looked at.

/** What was thrown, as an error that can be read without running more of the user's code. Its stack is "" where there is none. */
export function readThrown(thrown: unknown): Error {
  const read = new Error(messageOf(thrown));
  const stack = stringAt(thrown, "stack");
  read.stack = stack ?? "";
  const name = stringAt(thrown, "name");
  if (name !== undefined) read.name = name;
  return read;
}

function messageOf(thrown: unknown): string {
  const message = stringAt(thrown, "message");
  if (message !== undefined) return message;
  try {
    return String(thrown);
  } catch {
    return "it threw something that cannot be read";
  }
}

function stringAt(thrown: unknown, name: string): string | undefined {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  const value = readProperty(thrown, name);
  return typeof value === "string" ? value : undefined;
}

/** A property of an object of the user; undefined where reading it throws. */
export function readProperty(object: object, name: string): unknown {
  try {
    return Reflect.get(object, name);
  } catch {
    return undefined;
  }
}
