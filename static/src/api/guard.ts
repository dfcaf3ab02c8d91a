/** A JSON object, of which nothing else is known. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether `value` is a JSON object (and neither `null` nor an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is a count: an integer, not below zero. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Whether `value` is a list of strings. */
export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Whether `value` is a string or is not there at all. */
export function isOptionalString(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** Whether `value` is a count or is not there at all. */
export function isOptionalCount(value: unknown): value is number | undefined {
  return value === undefined || isCount(value);
}

/**
 * `value` as a map, if it is an object whose every value passes `guard`. A map, because names come from
 * people, and `__proto__` is a name too.
 */
export function toMap<T>(
  value: unknown,
  guard: (item: unknown) => item is T,
): Map<string, T> | undefined {
  if (!isObject(value)) return undefined;
  const map = new Map<string, T>();
  for (const [key, item] of Object.entries(value)) {
    if (!guard(item)) return undefined;
    map.set(key, item);
  }
  return map;
}

/** `value` as a map of strings. */
export function toStringMap(value: unknown): Map<string, string> | undefined {
  return toMap(value, (item) => typeof item === 'string');
}

/** `text` as JSON, or `undefined` if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
