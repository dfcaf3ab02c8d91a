/**
 * Calls `action` once the page is meant: at once, or, where the browser loads it only in case it will be wanted,
 * when it is. (Chromium does so for addresses that are being typed.)
 */
export function whenShown(page: Document, action: () => void): void {
  if (!('prerendering' in page) || page.prerendering !== true) return action();
  page.addEventListener('prerenderingchange', action, { once: true });
}
