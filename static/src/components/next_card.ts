/**
 * The card that an arrow key leads to from the focused one, by how the cards lie: left and right in their order,
 * up and down to the nearest of the next row.
 */
export function nextCard(table: HTMLElement, key: string): HTMLElement | undefined {
  const cards = [...table.querySelectorAll<HTMLElement>('button')];
  const here = cards.findIndex((card) => card.matches(':focus'));
  const current = cards[here];
  if (current === undefined) return undefined;
  switch (key) {
    case 'ArrowRight':
      return cards[here + 1];
    case 'ArrowLeft':
      return cards[here - 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'ArrowDown':
      return nearest(current, cards.slice(here), (from, to) => to.top - from.top);
    case 'ArrowUp':
      return nearest(current, cards.slice(0, here), (from, to) => from.top - to.top);
    default:
      return undefined;
  }
}

function nearest(
  current: HTMLElement,
  others: readonly HTMLElement[],
  ahead: (from: DOMRect, to: DOMRect) => number,
): HTMLElement | undefined {
  const from = current.getBoundingClientRect();
  const half = from.height / 2;
  const far = (card: HTMLElement) => {
    const to = card.getBoundingClientRect();
    return ahead(from, to) * 4 + Math.abs(to.left - from.left);
  };
  // A chosen card is lifted a little: only what lies half a card away is another row.
  return others
    .filter((card) => ahead(from, card.getBoundingClientRect()) > half)
    .sort((a, b) => far(a) - far(b))[0];
}
