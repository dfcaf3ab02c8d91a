/** Whether a key that is pressed in `target` may be a letter of something that is being written or chosen. */
export function isWrittenIn(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]',
    ) !== null
  );
}
