// What has the focus, and whether it can be seen.

/** Runs in the page: which stop of the keyboard has been reached, and what is wrong with how it shows. */
export function lookAtFocus() {
  const LINE = 24;
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return { stop: -1, faults: [] };
  window.stops ??= [];
  if (!window.stops.includes(focused)) window.stops.push(focused);
  const stop = window.stops.indexOf(focused);

  const name = focused.ariaLabel ?? (focused.textContent.trim() || focused.name);
  const called = `${focused.localName} ${name}`;
  const faults = [];
  const hasRing = ({ outlineStyle, outlineWidth }) =>
    outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
  const near = [
    focused,
    focused.closest('label'),
    focused.nextElementSibling,
    focused.parentElement,
  ];
  const ringed = near.find((one) => one !== null && hasRing(getComputedStyle(one)));
  if (ringed === undefined) faults.push(`no focus ring: ${called}`);

  const shown = ringed ?? focused;
  const { left, top, right, bottom, width, height } = shown.getBoundingClientRect();
  if (width >= innerWidth * 0.9 && height >= innerHeight * 0.9)
    faults.push(`a page-wide ring: ${called}`);
  const bars = [...document.querySelectorAll('body *')].filter((one) => {
    const { position, pointerEvents } = getComputedStyle(one);
    const stays = position === 'fixed' || position === 'sticky';
    return stays && pointerEvents !== 'none' && !one.contains(shown);
  });
  const taken = bars
    .map((one) => one.getBoundingClientRect())
    .filter((bar) => bar.left < right && bar.right > left && bar.height < innerHeight)
    .reduce((sum, bar) => sum + bar.height, 0);
  // What is higher than the room for it shows as much as fits, and of a long text a browser shows the line to write on.
  const isText = focused.matches('textarea');
  const isWhole = height <= innerHeight - taken && !isText;
  const inView = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const least = isWhole ? height - 2 : isText ? LINE : (innerHeight - taken) / 2;
  if (inView < least || left < -1 || right > innerWidth + 1) faults.push(`out of sight: ${called}`);
  const hidden = [0.02, 0.25, 0.5, 0.75, 0.98].filter((down) =>
    [0.02, 0.5, 0.98].some((across) => {
      const [x, y] = [left + width * across, top + height * down];
      const topmost = document.elementsFromPoint(x, y)[0];
      return topmost !== undefined && bars.some((bar) => bar.contains(topmost));
    }),
  );
  if (hidden.length > (isWhole ? 0 : 2)) faults.push(`under a bar: ${called}`);
  return { stop, faults };
}
