import { isWrittenIn } from './is_written_in';

/**
 * The character that was pressed, if it is meant for the page as a whole: not one that somebody types, that a dialog
 * has, that is held down, or that is pressed together with a modifier. A sign that needs Shift is itself.
 */
export function pageKey(event: KeyboardEvent): string {
  const { key, target, repeat, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  const isElsewhere = isComposing || altKey || ctrlKey || metaKey || (shiftKey && isLetter);
  if (repeat || isElsewhere || event.defaultPrevented || [...key].length !== 1) return '';
  const place = target instanceof Element ? target : document.body;
  return isWrittenIn(place) || document.querySelector('dialog[open]') ? '' : key.toLowerCase();
}
