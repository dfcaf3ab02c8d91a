/** What `action` brings, or `undefined` where it throws: a browser that blocks storage does, at the first touch. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The text kept under `entry`, if there is one. */
export function read(storage: Storage | undefined, entry: string): string | undefined {
  return attempt(() => storage?.getItem(entry)) ?? undefined;
}

/** Keeps `text`, if there is room. */
export function write(storage: Storage | undefined, entry: string, text: string): void {
  attempt(() => storage?.setItem(entry, text));
}

/** Keeps nothing there any more. */
export function remove(storage: Storage | undefined, entry: string): void {
  attempt(() => storage?.removeItem(entry));
}
