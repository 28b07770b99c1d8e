// Lookup of a user's key in a record: every object also inherits "constructor" and "toString".

/** The record's own value of this name. ownValue({}, "toString") → undefined */
export function ownValue<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
