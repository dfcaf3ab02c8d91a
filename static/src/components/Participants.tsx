import type { Rich } from '../i18n/rich';
import { controlWords } from '../i18n/words';
import { isGone, type Seat } from '../model/controller';
import { Door } from './Door';
import { MiniCard, type MiniCardProps } from './MiniCard';
import { SureButton } from './SureButton';

/** What the list of participants needs. */
export interface ParticipantsProps {
  readonly seats: readonly Seat[];
  readonly isRevealed: boolean;
  /** About now. */
  readonly date: number;
  readonly isLocked: boolean;
  readonly onTurnDoor: () => void;
  /** Who was tapped once to be kicked. */
  readonly asking: string | undefined;
  readonly onTapKick: (name: string) => void;
  readonly onGiveUpKick: () => void;
}

/** Who is here, each with a card on the table: none yet, face down, or turned over. */
export function Participants(props: ParticipantsProps) {
  const { seats, isRevealed, date, isLocked, asking, onTapKick, onGiveUpKick } = props;
  return (
    <section class="people" aria-labelledby="people-heading">
      <h2 id="people-heading" class="heading">
        {controlWords.participants}
        {seats.length > 0 && <span class="people-count">{seats.length}</span>}
      </h2>
      <Door isLocked={isLocked} onTurn={props.onTurnDoor} />
      {seats.length === 0 ? (
        <p class="people-none">{controlWords.nobody}</p>
      ) : (
        <ul class="people-list">
          {seats.map((seat) => (
            <li class="person" key={seat.name} data-standing={seat.standing}>
              <MiniCard shows={cardOf(seat)} />
              <bdi class="person-name">{seat.name}</bdi>
              <span class="person-standing">{standingOf(seat, isRevealed, date)}</span>
              <SureButton
                says={controlWords.kickShort}
                called={controlWords.kick(seat.name)}
                isAsking={seat.name === asking}
                onTap={() => onTapKick(seat.name)}
                onGiveUp={onGiveUpKick}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function cardOf({ standing, choice }: Seat): MiniCardProps['shows'] {
  if (choice !== undefined) return { choice };
  return standing === 'voted' ? 'back' : 'slot';
}

function standingOf({ standing, choice, since }: Seat, isRevealed: boolean, date: number): Rich {
  if (choice !== undefined) return controlWords.chose(<bdi>{choice}</bdi>);
  if (standing === 'away' && since !== undefined) {
    const time = new Date(since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return isGone(since, date) ? controlWords.goneSince(time) : controlWords.awaySince(time);
  }
  if (isRevealed && standing === 'present') return controlWords.noVote;
  return controlWords.standing[standing];
}
