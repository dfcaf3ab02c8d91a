import type { ProblemKind } from '../api/request';
import { ownSeatWords as words } from '../i18n/host_words';
import { rich } from '../i18n/message';
import { commonWords } from '../i18n/words';
import { seatHash } from '../model/seat_link';
import type { VoterView } from '../model/voter';
import type { OwnVote as OwnVoteState } from '../state/own_vote';
import type { VoteRoom } from '../state/vote_room';
import { Fold } from './Fold';
import { lately } from './lately';
import { MiniCard } from './MiniCard';
import { plainKey } from './plain_key';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';

const SeatCode = lately(async () => (await import('./SeatCode')).SeatCode);

/** What a controller's own seat needs. */
export interface OwnVoteProps {
  readonly own: OwnVoteState;
  /** The address of the vote page. */
  readonly here: string;
}

/** A controller may vote, too: from here, and face down until the close. */
export function OwnVote({ own, here }: OwnVoteProps) {
  const room = own.room.value;
  return (
    <Fold heading={words.heading} onOpen={() => void own.open()}>
      {room && <Body own={own} here={here} room={room} />}
    </Fold>
  );
}

function Body({ own, here, room }: OwnVoteProps & { readonly room: VoteRoom }) {
  const view = room.view.value;
  const seat = room.seat.held.value;
  if (room.phase.value === 'loading') {
    return (
      <div class="own-join">
        {room.status.value === 'reconnecting' && <p>{commonWords.unreachable}</p>}
        <Trouble kind={room.trouble.value} />
      </div>
    );
  }
  if (room.phase.value !== 'seated' || seat === undefined || view === undefined) {
    return (
      <form class="own-join" onSubmit={(event) => room.seat.join(submittedName(event))}>
        <p class="fold-text" role="status">
          {view?.locked ? words.locked : whyNoSeat(room)}
        </p>
        <label class="field">
          <span>{words.name}</span>
          <input
            key={room.seat.suggestedName.value}
            name="name"
            dir="auto"
            defaultValue={room.seat.suggestedName.value}
            maxLength={128}
            autoComplete="nickname"
          />
        </label>
        <Trouble kind={troubleOf(room)} />
        <button type="submit" class="tool">
          {words.join}
        </button>
      </form>
    );
  }
  return (
    <div class="own">
      <p class="fold-text">{rich(words.you, { name: <bdi>{seat.name}</bdi> })}</p>
      <Card own={own} room={room} view={view} />
      <Trouble kind={room.trouble.value ?? room.ballot.lost.value?.kind} />
      <div class="own-ways">
        <button
          type="button"
          class="tool"
          aria-expanded={own.isForPhone.value}
          onClick={() => own.turnToPhone()}
        >
          {words.phone}
        </button>
        <button type="button" class="quiet" onClick={() => room.leave()}>
          {words.leave}
        </button>
      </div>
      {own.isForPhone.value && <SeatCode link={here + seatHash(seat)} />}
    </div>
  );
}

/** That the door is locked is said already, to who can open it. */
function troubleOf({ trouble: { value } }: VoteRoom): ProblemKind | undefined {
  return value === 'door-locked' ? undefined : value;
}

interface CardProps {
  readonly own: OwnVoteState;
  readonly room: VoteRoom;
  readonly view: VoterView;
}

/** Which card it is, nobody sees before the close: the screen may be shared. */
function Card({ own, room, view }: CardProps) {
  const chosen = room.ballot.own.value;
  if (!view.open) {
    // The result may be for controllers alone, and the seat then knows of its own card only.
    if (chosen === undefined) return <p>{words.closed}</p>;
    return (
      <p class="own-card">
        <MiniCard shows={{ choice: chosen }} /> {rich(words.voted, { choice: <bdi>{chosen}</bdi> })}
      </p>
    );
  }
  if (own.isFaceDown.value) return <FaceDown own={own} />;
  const hasVoted = chosen !== undefined || room.ballot.pending.value !== undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out as a row everywhere
    <div
      class="own-cards"
      role="group"
      aria-label={words.cards}
      onKeyDown={(event) => {
        if (hasVoted && plainKey(event) === 'Escape') turn(own, false, event.currentTarget);
      }}
    >
      {view.choices.map((choice) => (
        <button
          key={choice}
          type="button"
          class="tool"
          onClick={({ currentTarget }) => turn(own, false, currentTarget, choice)}
        >
          {choice}
        </button>
      ))}
      {hasVoted && (
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => turn(own, false, currentTarget)}
        >
          {words.keep}
        </button>
      )}
    </div>
  );
}

/** The own card on its face. It shows itself as long as it is held, and to whoever holds it. */
function FaceDown({ own }: Pick<CardProps, 'own'>) {
  const choice = own.peeked.value;
  return (
    <div class="own-card">
      <button
        type="button"
        class="own-back"
        onPointerDown={({ button }) => button === 0 && own.peek()}
        onPointerUp={() => own.cover()}
        onPointerLeave={() => own.cover()}
        onPointerCancel={() => own.cover()}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          const key = plainKey(event);
          if (key !== ' ' && key !== 'Enter') return;
          event.preventDefault();
          // The key that has chosen the card may be down still.
          if (!event.repeat) own.peek();
        }}
        onKeyUp={() => own.cover()}
        onBlur={() => own.cover()}
      >
        <MiniCard shows={choice === undefined ? 'back' : { choice }} />
        {words.peek}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={({ currentTarget }) => turn(own, true, currentTarget)}
      >
        {words.change}
      </button>
      <p role="status">
        {choice === undefined ? words.faceDown : rich(words.voted, { choice: <bdi>{choice}</bdi> })}
      </p>
    </div>
  );
}

/** Shows the cards, or turns them away, maybe with a vote. What was tapped vanishes: the focus goes on from there. */
function turn(own: OwnVoteState, isChoosing: boolean, tapped: Element, choice?: string): void {
  const place = tapped.closest('.own');
  if (choice === undefined) own.choose(isChoosing);
  else void own.vote(choice);
  place?.querySelector<HTMLElement>('.own-cards > button, .own-card > button')?.focus();
}

/** Why there is no seat any more. No link leads to this one. */
function whyNoSeat({ notice }: VoteRoom): string | undefined {
  return notice.value === undefined || notice.value === 'linkUnfit' ? '' : words.why[notice.value];
}
