/**
 * The key that was pressed, if that is meant for the page: not one that belongs to a word that is being composed, nor one
 * that is pressed together with others, as the browser's way back is.
 */
export function plainKey(event: KeyboardEvent): string {
  const { key, keyCode, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
  // Safari ends the composing before it tells of the key that ended it, and then only the code says so.
  const isElsewhere = isComposing || keyCode === 229 || altKey || ctrlKey || metaKey || shiftKey;
  return isElsewhere ? '' : key;
}
