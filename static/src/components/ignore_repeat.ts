/** Takes one press of a key as one tap, however long it is held: a held Enter must not go on to what comes next. */
export function ignoreRepeat(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
