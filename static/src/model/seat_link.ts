/** A seat as a link carries it. */
export interface LinkedSeat {
  readonly name: string;
  readonly key: string;
}

/** The part of an address that hands `seat` to another device; it never reaches a server. */
export function seatHash({ name, key }: LinkedSeat): string {
  return `#${encodeURIComponent(name)}:${encodeURIComponent(key)}`;
}

/** The seat that `hash` carries, if it does. */
export function readSeatHash(hash: string): LinkedSeat | undefined {
  const [name, key, ...rest] = hash.slice(1).split(':');
  if (!name || !key || rest.length > 0) return undefined;
  try {
    return { name: decodeURIComponent(name), key: decodeURIComponent(key) };
  } catch {
    return undefined;
  }
}
