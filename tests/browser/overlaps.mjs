// What of a page lies over something else of it, is cut, or sticks out. All of it runs in the page.

/**
 * Each fault in a line: text over other text; text, a picture or a button over a button or a card; text that is cut where
 * nothing tells the whole of it, or that leaves the box that holds it; a card that is not wholly on the page; what no
 * scrolling brings out from under a bar; and a page, or a part of it, that scrolls sideways. What scrolls under a bar
 * is no fault, but what lies over something else within the bar is one.
 */
export function findOverlaps() {
  const PRESSED =
    'button, a, summary, select, textarea, label:has(input[type=radio]), input:not([type=radio], [type=checkbox])';
  const CARDS = '.cards :is(button, [role=radio])';
  /** What is drawn as one thing: a picture in it may lie below its words. */
  const THING = 'li, button, a, summary, label';
  const MOST_TOLD = 8;

  const styles = new Map();
  function styleOf(element) {
    let style = styles.get(element);
    if (style === undefined) {
      const { position, clipPath, overflowX, overflowY, transform, ...all } = read(element);
      const [, b = 0, c = 0] = /^matrix\((.*)\)$/.exec(transform)?.[1].split(',').map(Number) ?? [];
      style = {
        ...all,
        stays: position === 'sticky' || position === 'fixed',
        isFixed: position === 'fixed',
        isUnseen: clipPath !== 'none',
        isTilted: b !== 0 || c !== 0,
        clips: overflowX !== 'visible' || overflowY !== 'visible',
        scrolls: [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll'),
        box: element.getBoundingClientRect(),
      };
      styles.set(element, style);
    }
    return style;
  }

  function read(element) {
    const style = getComputedStyle(element);
    const { position, clipPath, overflowX, overflowY, transform } = style;
    const sides = ['Top', 'Right', 'Bottom', 'Left'];
    const isFilled = !isClear(style.backgroundColor) || style.backgroundImage !== 'none';
    const isEdged = sides.every(
      (side) => style[`border${side}Width`] !== '0px' && !isClear(style[`border${side}Color`]),
    );
    return { position, clipPath, overflowX, overflowY, transform, isHolder: isFilled || isEdged };
  }

  function isClear(color) {
    return color === 'transparent' || /, 0\)$/.test(color);
  }

  /** The element and all around it, inmost first, within the bar that stays. */
  function* around(element) {
    for (let one = element; one !== null; one = one.parentElement) {
      yield one;
      if (styleOf(one).stays) return;
    }
  }

  /** The bar that `element` stays with, or the page. */
  function layerOf(element) {
    return [...around(element)].at(-1);
  }

  /** What is to be seen of `rect`, which is part of `element`. */
  function seen(element, { left, top, right, bottom }) {
    if (!element.checkVisibility({ visibilityProperty: true })) return undefined;
    const part = { left, top, right, bottom };
    for (let one = element; one !== null; one = one.parentElement) {
      const { isUnseen, isTilted, clips, box } = styleOf(one);
      if (isUnseen || isTilted) return undefined;
      if (!clips || one === document.body || one === document.documentElement) continue;
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
      const text = node.data.trim();
      if (text === '' || node.parentElement.localName === 'noscript') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // A line's box is higher than its letters.
        const spare = (bottom - top) / 5;
        const letters = { left, right, top: top + spare, bottom: bottom - spare };
        const element = node.parentElement;
        const rect = seen(element, letters);
        const what = `"${text}"`;
        const cutter = cutterOf({ element, letters });
        if (rect ?? cutter) found.push({ node, element, rect, text, what, cutter });
      }
    }
    return found;
  }

  function elements(selector, kind) {
    return [...document.querySelectorAll(selector)]
      .filter((node) => getComputedStyle(node).display !== 'inline')
      .map((node) => {
        const text = node.ariaLabel ?? node.getAttribute('class') ?? '';
        const name = kind === 'picture' ? text : (node.ariaLabel ?? node.textContent.trim());
        const rect = seen(node, node.getBoundingClientRect());
        return { node, element: node, rect, kind, what: `${node.localName} ${name}` };
      })
      .filter(({ rect }) => rect !== undefined);
  }

  function meet(a, b) {
    if (a.node.contains(b.node) || b.node.contains(a.node)) return false;
    const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
    const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
    return across > 1 && down > 1 && layerOf(a.element) === layerOf(b.element);
  }

  /** Pictures are drawn from pieces, and with words. */
  function mayMeet(a, b) {
    if (a.kind !== 'picture' && b.kind !== 'picture') return false;
    const thing = a.element.closest(THING);
    return a.kind === b.kind || (thing !== null && thing === b.element.closest(THING));
  }

  function sticksOut({ left, top, right, bottom }, box) {
    return Math.min(left - box.left, box.right - right, top - box.top, box.bottom - bottom) < -1;
  }

  /** What hides a part of it that nobody can scroll to. */
  function cutterOf({ element, letters }) {
    if (!element.checkVisibility({ visibilityProperty: true })) return undefined;
    for (const one of around(element)) {
      const { isUnseen, clips, scrolls, box } = styleOf(one);
      if (isUnseen || scrolls || one === document.body) return undefined;
      if (clips && sticksOut(letters, box)) return one;
    }
    return undefined;
  }

  function leavesItsBox({ element, rect }) {
    for (const one of around(element)) {
      const { isHolder, box } = styleOf(one);
      if (isHolder && one !== document.body && sticksOut(rect, box)) return true;
    }
    return false;
  }

  /** Whether no way of scrolling brings it out from under a bar that always stays. */
  function isBuried({ element, rect }, bars) {
    if (layerOf(element) !== document.documentElement) return false;
    const most = document.documentElement.scrollHeight - innerHeight;
    return bars.some((bar) => {
      if (Math.min(rect.right, bar.right) - Math.max(rect.left, bar.left) <= 1) return false;
      if (bar.top > innerHeight / 2) return rect.bottom + scrollY - Math.max(most, 0) > bar.top + 1;
      return rect.top + scrollY < bar.bottom - 1;
    });
  }

  const words = texts();
  const shownWords = words.filter(({ rect }) => rect !== undefined);
  const pictures = elements('svg, img', 'picture').filter(
    ({ node }) => getComputedStyle(node).pointerEvents !== 'none',
  );
  const pressed = elements(PRESSED, 'pressed');
  const shown = [...shownWords, ...pressed, ...pictures];
  const faults = shown.flatMap((one, at) =>
    shown
      .slice(at + 1)
      .filter((other) => meet(one, other) && !mayMeet(one, other))
      .map((other) => `${one.what} over ${other.what}`),
  );

  const cut = words.filter(({ cutter }) => cutter !== undefined);
  const cutNodes = new Set(cut.map(({ node }) => node));
  const titles = [...document.querySelectorAll('[title]')].map(({ title }) => title);
  const whole = words.filter(({ node }) => !cutNodes.has(node)).map(({ text }) => text);
  const told = new Set([...titles, ...whole]);
  for (const { element, text, cutter } of cut) {
    const isTold = told.has(text) || element.closest('[title]') !== null;
    if (!isTold) faults.push(`cut, and nothing tells the whole of "${cutter.textContent.trim()}"`);
  }

  for (const word of shownWords) {
    if (leavesItsBox(word)) faults.push(`no room for ${word.what}`);
  }
  const bars = [...document.querySelectorAll('body *')]
    .filter((one) => styleOf(one).isFixed && getComputedStyle(one).pointerEvents !== 'none')
    .filter((one) => one.checkVisibility() && one.closest('dialog') === null)
    .map((one) => styleOf(one).box);
  for (const one of [...shownWords, ...pressed]) {
    if (isBuried(one, bars)) faults.push(`always under a bar: ${one.what}`);
  }

  const { scrollWidth, scrollHeight } = document.documentElement;
  const page = { left: 0, top: -scrollY, right: innerWidth, bottom: scrollHeight - scrollY };
  for (const card of document.querySelectorAll(CARDS)) {
    if (sticksOut(card.getBoundingClientRect(), page)) {
      faults.push(`not wholly on the page: card ${card.ariaLabel}`);
    }
  }
  if (scrollWidth > innerWidth) faults.push(`${scrollWidth - innerWidth} px too wide`);
  for (const [element, { scrolls }] of styles) {
    const more = element.scrollWidth - element.clientWidth;
    if (scrolls && more > 1 && !element.matches('input, textarea, html, body')) {
      faults.push(`${element.localName} ${element.className} scrolls sideways by ${more} px`);
    }
  }

  const all = [...new Set(faults)];
  const rest = all.length - MOST_TOLD;
  return rest > 0 ? [...all.slice(0, MOST_TOLD), `and ${rest} more`] : all;
}

/** The cards that are not to be seen without scrolling, each in a line. */
export function findCardsOutOfView() {
  scrollTo(0, 0);
  return [...document.querySelectorAll('.cards :is(button, [role=radio])')]
    .filter((card) => card.getBoundingClientRect().bottom > innerHeight)
    .map((card) => `card ${card.ariaLabel} needs scrolling`);
}

/** What part of the screen's height bars take that stay while the page scrolls. */
export function stuckPart() {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const bars = [...document.querySelectorAll('body *')]
    .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
    .filter((one) => one.checkVisibility() && getComputedStyle(one).pointerEvents !== 'none')
    .map((one) => one.getBoundingClientRect());
  const covered = Array.from({ length: innerHeight }, (_, y) =>
    bars.some(({ top, bottom, width }) => width > 0 && top <= y && bottom > y),
  );
  scrollTo(0, 0);
  return covered.filter(Boolean).length / innerHeight;
}
