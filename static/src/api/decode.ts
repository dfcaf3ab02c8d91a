/**
 * Readers of what the wire brings, made of one another. Each makes a value of the model, and throws where that of
 * the wire is not as it was agreed: `decoded` says so by `undefined`.
 */
import { isCount, isObject } from './guard';
import { attempt } from './storage';

/** Makes a `T` of a value of the wire, or throws. */
export type Read<T> = (value: unknown) => T;

/** The value that `read` makes, or `undefined` where that throws. */
export function decoded<T>(read: Read<T>): (value: unknown) => T | undefined {
  return (value) => attempt(() => read(value));
}

/** A value that passes `guard`, as it is. */
function checked<T>(guard: (value: unknown) => value is T): Read<T> {
  return (value) => (guard(value) ? value : misread());
}

/** Throws. */
export function misread(): never {
  throw new TypeError('not as it was agreed');
}

export const text = checked((value) => typeof value === 'string');
export const truth = checked((value) => typeof value === 'boolean');
export const count = checked(isCount);
export const object = checked(isObject);

/** One of `known`. */
export function oneOf<T>(known: readonly T[]): Read<T> {
  return (value) => known.find((one) => one === value) ?? misread();
}

export function list<T>(read: Read<T>): Read<T[]> {
  return (value) => (Array.isArray(value) ? value.map((item) => read(item)) : misread());
}

export const texts = list(text);

/** What may not be there: then it is `otherwise`. */
export function or<T, O>(read: Read<T>, otherwise: O): Read<T | O> {
  return (value) => (value === undefined ? otherwise : read(value));
}

/** What may not be there. */
export function maybe<T>(read: Read<T>): Read<T | undefined> {
  return or(read, undefined);
}

/** A map, because names come from people, and `__proto__` is a name too. */
export function mapOf<T>(read: Read<T>): Read<Map<string, T>> {
  return (value) =>
    new Map(Object.entries(object(value)).map(([key, item]) => [key, read(item)] as const));
}

/** An object by its members: the wire begins their names with a capital. Others are left out. */
export function record<M extends object>(
  members: {
    readonly [K in keyof M]: Read<M[K]>;
  },
): Read<M> {
  const readers = Object.entries<Read<unknown>>(members);
  return (value) => {
    const from = object(value);
    const made: Record<string, unknown> = {};
    for (const [name, read] of readers)
      made[name] = read(from[name.charAt(0).toUpperCase() + name.slice(1)]);
    return made as M;
  };
}
