import { signal } from '@preact/signals-core';
import { browserWorld } from '../api/world';
import { votingWords } from '../i18n/words';
import { faceLength } from '../model/face';
import type { Ladder } from '../model/voter';
import { CardLook } from '../state/card_look';
import { agreedAt, CardBubble } from './CardBubble';
import { Face } from './Face';
import { Icon, TICK } from './Icon';
import { nextCard } from './next_card';
import { plainKey } from './plain_key';

/** What the cards need. */
export interface HandProps {
  readonly choices: readonly string[];
  readonly isOpen: boolean;
  /** The card that the server has. */
  readonly chosen: string | undefined;
  /** The card that is on its way. */
  readonly pending: string | undefined;
  /** What cards tell on request while one is chosen. */
  readonly ladder: Ladder;
  readonly onPick: (choice: string) => void;
}

/** The card that had the focus last: Tab leads back to it. */
const visited = signal<string | undefined>(undefined);

/** What is looked at. */
const look = new CardLook(browserWorld());

/** Stays the same function, so that it is called when the cards go. */
function lookAway(hand: Element | null): void {
  if (hand === null) look.leave();
}

/**
 * The reader's hand: one big button a card, resting while there is no vote. It is one stop for Tab; arrow keys go from
 * card to card.
 */
export function Hand({ choices, isOpen, chosen, pending, ladder, onPick }: HandProps) {
  const { length } = choices;
  const wide = across(length);
  const tells = isOpen && ladder.size > 0;
  const told = tells ? look.at.value : undefined;
  const stop = [visited.value, pending, chosen].find((card) => card && choices.includes(card));
  const style = {
    '--across': acrossNarrow(length),
    '--rows': Math.ceil(length / acrossNarrow(length)),
    '--wide': wide,
    '--wide-rows': Math.ceil(length / wide),
    '--side-rows': Math.ceil(length / Math.min(wide, 5)),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out as a grid everywhere
    <div
      ref={lookAway}
      class="cards"
      role="group"
      aria-label={votingWords.cards}
      style={style}
      onKeyDown={(event) => {
        if (plainKey(event) === 'Escape') look.leave();
        const next = nextCard(event.currentTarget, plainKey(event));
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      }}
    >
      {choices.map((choice, index) => (
        <button
          key={choice}
          type="button"
          class="card"
          tabIndex={choice === (stop ?? choices[0]) ? 0 : -1}
          aria-label={choice}
          title={faceLength(choice) === 'short' ? undefined : choice}
          aria-pressed={choice === chosen && pending === undefined}
          aria-busy={choice === pending}
          aria-disabled={!isOpen}
          aria-describedby={tells && ladder.has(choice) ? `ladder-${index}` : undefined}
          data-tells={told?.card === choice}
          onFocus={({ currentTarget }) => {
            visited.value = choice;
            if (tells && currentTarget.matches(':focus-visible')) look.reach(choice);
          }}
          onBlur={() => look.leave()}
          onPointerEnter={({ pointerType }) =>
            pointerType === 'mouse' && tells && look.point(choice)
          }
          onPointerLeave={() => look.leave()}
          onPointerDown={({ pointerType }) => pointerType !== 'mouse' && tells && look.hold(choice)}
          onPointerUp={() => look.release()}
          onPointerCancel={() => look.leave()}
          onContextMenu={(event) => {
            if (look.isHolding) event.preventDefault();
          }}
          onClick={() => !look.takeClick() && isOpen && onPick(choice)}
        >
          <Face choice={choice} />
          <Icon name="tick" path={TICK} />
        </button>
      ))}
      {tells &&
        choices.map((choice, index) => {
          const topics = ladder.get(choice);
          if (topics === undefined) return null;
          return (
            <span key={choice} id={`ladder-${index}`} hidden>
              {agreedAt({ choice, topics })}
            </span>
          );
        })}
      {told && (told.isHeld || ladder.has(told.card)) && (
        <CardBubble key={told.card} choice={told.card} topics={ladder.get(told.card) ?? []} />
      )}
    </div>
  );
}

/** How many cards lie beside each other on a wide screen, which has less room for another row. */
function across(count: number): number {
  if (count <= 8) return count;
  return count <= 16 ? Math.min(8, Math.ceil(count / 2)) : 12;
}

/** And on a phone: a thumb hits three of them well. */
function acrossNarrow(count: number): number {
  return count <= 21 ? 3 : 5;
}
