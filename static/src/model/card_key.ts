/**
 * The card of `choices` that `key`, a character, stands for: one that begins with it. Pressed again while `current` is
 * such a card, it is the next one.
 */
export function cardOfKey(
  choices: readonly string[],
  key: string,
  current: string | undefined,
): string | undefined {
  if (key.trim() === '') return undefined;
  const fitting = choices.filter((choice) => choice.toLowerCase().startsWith(key));
  const here = current === undefined ? -1 : fitting.indexOf(current);
  return fitting[(here + 1) % fitting.length];
}
