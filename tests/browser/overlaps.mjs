// What of a page lies over something else of it. Runs in the page.

/**
 * Each fault in a line: text over other text, text or a button over a button, text that a button has no room for, and
 * a page that is wider than its screen. What scrolls under a bar that stays is none.
 */
export function findOverlaps() {
  const PRESSED = 'button, a, summary, select, textarea, input:not([type=radio], [type=checkbox])';
  const STAYS = ['sticky', 'fixed'];

  /** What is to be seen of `rect`, which is part of `element`. */
  function seen(element, { left, top, right, bottom }) {
    const part = { left, top, right, bottom };
    if (!element.checkVisibility({ visibilityProperty: true })) return undefined;
    for (let around = element; around !== null; around = around.parentElement) {
      const { position, clipPath, overflow } = getComputedStyle(around);
      if (STAYS.includes(position) || clipPath !== 'none') return undefined;
      if (overflow === 'visible') continue;
      const box = around.getBoundingClientRect();
      part.left = Math.max(part.left, box.left);
      part.top = Math.max(part.top, box.top);
      part.right = Math.min(part.right, box.right);
      part.bottom = Math.min(part.bottom, box.bottom);
    }
    return part.right - part.left > 1 && part.bottom - part.top > 1 ? part : undefined;
  }

  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.data.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // A line's box is higher than its letters.
        const spare = (bottom - top) / 5;
        const letters = { left, right, top: top + spare, bottom: bottom - spare };
        const rect = seen(node.parentElement, letters);
        if (rect !== undefined) found.push({ node, rect, what: `"${node.data.trim()}"` });
      }
    }
    return found;
  }

  function buttons() {
    return [...document.querySelectorAll(PRESSED)]
      .filter((node) => getComputedStyle(node).display !== 'inline')
      .map((node) => ({
        node,
        rect: seen(node, node.getBoundingClientRect()),
        what: `${node.localName} ${node.ariaLabel ?? node.textContent}`,
      }))
      .filter(({ rect }) => rect !== undefined);
  }

  function meet(a, b) {
    if (a.node.contains(b.node) || b.node.contains(a.node)) return false;
    const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
    const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
    return across > 1 && down > 1;
  }

  function isTooLarge({ node, rect }) {
    const button = node.parentElement.closest('button')?.getBoundingClientRect();
    if (button === undefined) return false;
    const { left, top, right, bottom } = rect;
    const spare = Math.min(left - button.left, button.right - right, top - button.top);
    return Math.min(spare, button.bottom - bottom) < -1;
  }

  const words = texts();
  const shown = [...words, ...buttons()];
  const faults = shown.flatMap((one, at) =>
    shown
      .slice(at + 1)
      .filter((other) => meet(one, other))
      .map((other) => `${one.what} over ${other.what}`),
  );
  for (const word of words) if (isTooLarge(word)) faults.push(`no room for ${word.what}`);
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`${scrollWidth - innerWidth} px too wide`);
  return faults;
}
