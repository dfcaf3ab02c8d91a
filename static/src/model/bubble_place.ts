/** A box on the screen, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between a bubble and what it is beside. */
const GAP = 10;

/** Where a bubble of this size is to be, for a card of a hand: never over the card. */
export function bubblePlace(
  card: Box,
  hand: Box,
  { width, height }: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number } {
  const middle = card.left + card.width / 2;
  const rightmost = hand.left + hand.width - width;
  const left = Math.max(hand.left, Math.min(middle - width / 2, rightmost));
  // Over all cards, so that none of them is hidden; beside them, where they begin at the top of the screen.
  const above = hand.top - height - GAP;
  if (above >= 0) return { left, top: above };
  const beside = hand.left - width - GAP;
  if (beside >= 0) return { left: beside, top: Math.max(0, card.top) };
  // The hand is higher than the screen.
  const over = card.top - height - GAP;
  return { left, top: over >= 0 ? over : card.top + card.height + GAP };
}
