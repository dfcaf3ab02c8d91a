import { text } from '../i18n/message';
import { questionWords, tableWords as words } from '../i18n/words';
import type { Place } from '../model/seat_cards';
import { ASLEEP, buddyOf } from './buddies';
import { Face } from './Face';
import { QuestionMark } from './Questions';

/** What a seat at the table needs. */
export interface SeatCardProps {
  readonly place: Place;
  /** Whether the reader sits there. */
  readonly isOwn?: boolean;
  /** Whether whoever sits there has a question. */
  readonly asks?: boolean;
}

/**
 * A seat is its card: the buddy on it looks at the reader while it is waited for, lies face down once it has voted,
 * sleeps while away, and shows what was chosen when the cards turn. The words are for who can't see it.
 */
export function SeatCard({ place, isOwn = false, asks = false }: SeatCardProps) {
  const { number, name, state, choice, mark } = place;
  const shows = choice === undefined ? state : 'shown';
  return (
    <>
      <span class="seat-card" data-shows={shows} data-mark={mark} aria-hidden="true">
        {choice !== undefined && <Face choice={choice} />}
        {(shows === 'waiting' || shows === 'away') && (
          <svg class="seat-buddy" viewBox="8 10 44 44" aria-hidden="true">
            <path d={state === 'away' ? ASLEEP : buddyOf(number)} />
          </svg>
        )}
        {asks && <QuestionMark />}
      </span>
      <bdi class="seat-name" title={name}>
        {isOwn ? words.you : name}
      </bdi>
      {asks && <span class="unseen"> {text(questionWords.asks, { count: 1, names: name })}</span>}
    </>
  );
}

/** Whether votes are taken, shown, or neither. */
export type Stage = 'open' | 'revealed' | 'none';

/** How a seat stands, in words. */
export function standingOf({ state, choice }: Place, stage: Stage): string {
  if (choice !== undefined) return text(words.chose, { choice });
  if (state === 'waiting' && stage !== 'open') return words.unasked[stage];
  return words.standing[state];
}
