// What is made once and used again between pieces of work: bundled scripts, read models, drawn pictures, known runs.

/** Keeps each thing under the function that makes it; a host has one session and passes it on. */
export class Session {
  private readonly kept = new Map<() => unknown, unknown>();

  /** What `create` gives: made at the first call, the same at later ones. */
  get<Kept>(create: () => Kept): Kept {
    if (!this.kept.has(create)) this.kept.set(create, create());
    return this.kept.get(create) as Kept;
  }
}

/** What `known` has for a key, else what `make` gives; beyond `most` the one used longest ago is forgotten. */
export function remembered<Value>(
  known: Map<string, Value>,
  key: string,
  make: () => Value,
  most = Number.POSITIVE_INFINITY,
): Value {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  if (known.size > most) known.delete(known.keys().next().value!);
  return value;
}
