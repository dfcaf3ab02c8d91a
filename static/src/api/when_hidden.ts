import type { Cancel } from './world';

/** Calls back whenever the page is looked at no more: hidden, or behind another window. */
export function onHidden(action: () => void): Cancel {
  const onChange = () => {
    if (document.visibilityState === 'hidden') action();
  };
  document.addEventListener('visibilitychange', onChange);
  window.addEventListener('blur', action);
  return () => {
    document.removeEventListener('visibilitychange', onChange);
    window.removeEventListener('blur', action);
  };
}
