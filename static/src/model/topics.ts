/** `topics` with the one at `from` in the place `to`. */
export function move(topics: readonly string[], from: number, to: number): readonly string[] {
  const moved = topics[from];
  if (moved === undefined || to < 0 || to >= topics.length) return topics;
  const others = topics.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** `topics` without the one at `index`. */
export function without(topics: readonly string[], index: number): readonly string[] {
  return topics.filter((_, at) => at !== index);
}
