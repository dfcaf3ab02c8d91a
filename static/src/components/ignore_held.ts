/**
 * Takes one press of Enter as one tap, however long it is held: it must not go on to what comes next, wherever the
 * focus goes. Only in a text of many lines it makes line after line.
 */
export function ignoreHeld(event: KeyboardEvent): void {
  const { target, repeat, key } = event;
  if (repeat && key === 'Enter' && !(target instanceof HTMLTextAreaElement)) event.preventDefault();
}
