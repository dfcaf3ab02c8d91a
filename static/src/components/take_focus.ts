/** For what has the focus as soon as it appears. As a `ref` it stays the same function, so that it is called just then. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
