import type { Rich } from '../i18n/rich';
import { controlWords } from '../i18n/words';
import { type ControllerView, isGone, revealed, type Seat, seats } from '../model/controller';
import type { People } from '../state/people';
import { Door } from './Door';
import { MiniCard, type MiniCardProps } from './MiniCard';
import { SureButton } from './SureButton';

/** What the list of participants needs. */
export interface ParticipantsProps {
  readonly view: ControllerView;
  readonly people: People;
}

/** Who is here, each with a card on the table: none yet, face down, or turned over. */
export function Participants({ view, people }: ParticipantsProps) {
  const { kicking, date } = people;
  const isRevealed = revealed(view) !== undefined;
  const all = seats(view);
  return (
    <section class="people" aria-labelledby="people-heading">
      <h2 id="people-heading" class="heading">
        {controlWords.participants}
        {all.length > 0 && <span class="people-count">{all.length}</span>}
      </h2>
      <Door isLocked={view.locked} onTurn={() => people.turnDoor()} />
      {all.length === 0 ? (
        <p class="people-none">{controlWords.nobody}</p>
      ) : (
        <ul class="people-list">
          {all.map((seat) => (
            <li class="person" key={seat.name} data-standing={seat.standing}>
              <MiniCard shows={cardOf(seat)} />
              <bdi class="person-name">{seat.name}</bdi>
              <span class="person-standing">{standingOf(seat, isRevealed, date.value)}</span>
              <SureButton
                says={controlWords.kickShort}
                called={controlWords.kick(seat.name)}
                isAsking={seat.name === kicking.about.value}
                onTap={() => people.tapKick(seat.name)}
                onGiveUp={() => kicking.giveUp()}
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
