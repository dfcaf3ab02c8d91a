import { rich } from '../i18n/message';
import type { Rich } from '../i18n/rich';
import { ladderWords as words } from '../i18n/words';
import { bubblePlace } from '../model/bubble_place';
import { shownTopic } from '../model/round';
import { NameList } from './NameList';

/** What a bubble needs. */
export interface CardBubbleProps {
  readonly choice: string;
  /** What the session agreed on at that value last. */
  readonly topics: readonly string[];
}

/** What a card says of itself: the topics that were agreed at its value. */
export function CardBubble(props: CardBubbleProps) {
  return (
    <p ref={settle} class="card-bubble" aria-hidden="true">
      {agreedAt(props)}
    </p>
  );
}

/** The same as words. */
export function agreedAt({ choice, topics }: CardBubbleProps): Rich {
  const value = <bdi>{choice}</bdi>;
  if (topics.length === 0) return rich(words.none, { value });
  const names = topics.map((topic) => shownTopic(topic).text);
  return rich(words.agreed, { value, topics: <NameList names={names} end="and" /> });
}

/** Stays the same function, so that it is called when the bubble appears. */
function settle(bubble: HTMLElement | null): void {
  const hand = bubble?.parentElement;
  const card = hand?.querySelector('[data-tells="true"]');
  if (!bubble || !hand || !card) return;
  const { left, top } = bubblePlace(
    card.getBoundingClientRect(),
    hand.getBoundingClientRect(),
    bubble.getBoundingClientRect(),
  );
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
