/** One thing that goes when it is pressed. */
export interface Going {
  /** Stays the same function, so that it is called when the thing comes and when it goes. */
  readonly ref: (element: Element | null) => void;
  /** It was pressed, and goes if that has `worked`. */
  readonly press: (worked: Promise<boolean>) => Promise<void>;
}

/**
 * Hands the focus of something that goes when it is pressed on to the main button, which is always there. If it goes
 * by itself, it does not: whoever is just about to press it must not press the main button.
 */
export function handFocusOn(): Going {
  let place: Element | null = null;
  let isPressed = false;
  return {
    press: async (worked) => {
      isPressed = true;
      if (!(await worked)) isPressed = false;
    },
    ref: (element) => {
      const isGone = element === null;
      if (isGone && isPressed && place?.contains(document.activeElement)) focusMain();
      if (isGone) isPressed = false;
      place = element;
    },
  };
}

function focusMain(): void {
  document.querySelector<HTMLElement>('.main-button')?.focus();
}
