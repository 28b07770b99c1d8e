// Looking up a person's word in a record: every object also answers to "constructor" and "toString".

/** What the record itself holds under this name. ownValue({}, "toString") → undefined */
export function ownValue<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
