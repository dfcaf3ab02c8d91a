import type { ProblemKind } from '../api/request';
import { ownSeatWords as words } from '../i18n/host_words';
import { rich } from '../i18n/message';
import { commonWords } from '../i18n/words';
import type { VoterView } from '../model/voter';
import type { OwnVote as OwnVoteState } from '../state/own_vote';
import type { VoteRoom } from '../state/vote_room';
import { Fold } from './Fold';
import { MiniCard } from './MiniCard';
import { plainKey } from './plain_key';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';

/** What a controller's own seat needs. */
export interface OwnVoteProps {
  readonly own: OwnVoteState;
}

/** A controller may vote, too: from here, and face down until the close. */
export function OwnVote({ own }: OwnVoteProps) {
  const room = own.room.value;
  return (
    <Fold heading={words.heading} onOpen={() => own.open()}>
      {room && <Body own={own} room={room} />}
    </Fold>
  );
}

function Body({ own, room }: { readonly own: OwnVoteState; readonly room: VoteRoom }) {
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
      <button type="button" class="quiet" onClick={() => room.leave()}>
        {words.leave}
      </button>
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
  const hasVoted = chosen !== undefined || room.ballot.pending.value !== undefined;
  if (!view.open) {
    // The result may be for controllers alone, and the seat then knows of its own card only.
    if (chosen === undefined) return <p>{words.closed}</p>;
    return (
      <p class="own-card">
        <MiniCard shows={{ choice: chosen }} /> {rich(words.voted, { choice: <bdi>{chosen}</bdi> })}
      </p>
    );
  }
  if (hasVoted && !own.isChoosing.value) {
    return (
      <p class="own-card">
        <MiniCard shows="back" /> {words.faceDown}{' '}
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => turn(own, true, currentTarget)}
        >
          {words.change}
        </button>
      </p>
    );
  }
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
