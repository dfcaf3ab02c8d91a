import type { ComponentChildren } from 'preact';
import { clockOf } from '../i18n/format';
import { controlWords } from '../i18n/host_words';
import { text } from '../i18n/message';
import { tableWords } from '../i18n/words';
import {
  type ControllerView,
  type HostSeat,
  hostSeats,
  isGone,
  revealed,
} from '../model/controller';
import { turns } from '../model/seat_cards';
import { missedFirst } from '../model/table';
import type { People } from '../state/people';
import { closeModal, Modal } from './Modal';
import { SeatCard } from './SeatCard';

/** What the table of a host needs. */
export interface HostTableProps {
  readonly view: ControllerView;
  readonly people: People;
  /** What lies in the middle: how things stand. */
  readonly children: ComponentChildren;
}

/** From so many seats on they lie in columns below the middle. */
const MANY = 12;

/** Who is here, those who are missed first. Each seat opens what is known of it, and what can be done about it. */
export function HostTable({ view, people, children }: HostTableProps) {
  const seats = missedFirst(hostSeats(view));
  const turn = turns(seats);
  const isMany = seats.length >= MANY;
  const half = isMany ? 0 : Math.ceil(seats.length / 2);
  const standing = (seat: HostSeat) => standingOf(view, seat, people.date.value);
  const asking = new Set(view.questions.map(({ number }) => number));
  const line = (seat: HostSeat) => (
    <li key={seat.number} class="seat" style={{ '--turn': turn.get(seat.number) }}>
      <button
        type="button"
        class="seat-button"
        aria-haspopup="dialog"
        onClick={() => {
          people.looked.value = seat.number;
        }}
      >
        <SeatCard place={seat} asks={asking.has(seat.number)} />
        <span class="unseen"> {standing(seat)}</span>
      </button>
    </li>
  );
  const looked = seats.find(({ number }) => number === people.looked.value);
  return (
    <section
      class="table"
      data-many={isMany}
      data-is-turned={turn.size > 0}
      aria-label={controlWords.participants}
    >
      {half > 0 && <ul class="seats">{seats.slice(0, half).map(line)}</ul>}
      <div class="table-middle">{children}</div>
      {seats.length > 0 && <ul class="seats seats-below">{seats.slice(half).map(line)}</ul>}
      {looked && <SeatDialog seat={looked} standing={standing(looked)} people={people} />}
    </section>
  );
}

interface SeatDialogProps {
  readonly seat: HostSeat;
  readonly standing: string;
  readonly people: People;
}

/** What can be done about a seat stands here, and not on a screen that is shared. */
function SeatDialog({ seat: { name }, standing, people }: SeatDialogProps) {
  const onClose = () => {
    people.looked.value = undefined;
  };
  return (
    <Modal label={name} onClose={onClose}>
      <h2 class="heading">
        <bdi>{name}</bdi>
      </h2>
      <p class="fold-text">{standing}</p>
      <div class="modal-ways">
        <button
          type="button"
          class="button"
          onClick={({ currentTarget }) => closeModal(currentTarget, onClose)}
        >
          {controlWords.close}
        </button>
        <button
          type="button"
          class="tool danger"
          aria-label={text(controlWords.kick, { name })}
          onClick={({ currentTarget }) => {
            closeModal(currentTarget, onClose);
            void people.kick(name);
          }}
        >
          {controlWords.kickShort}
        </button>
      </div>
    </Modal>
  );
}

function standingOf(
  view: ControllerView,
  { state, choice, since }: HostSeat,
  date: number,
): string {
  if (choice !== undefined) return text(tableWords.chose, { choice });
  if (state === 'away' && since !== undefined) {
    const { goneSince, awaySince } = controlWords;
    return text(isGone(since, date) ? goneSince : awaySince, { time: clockOf(since) });
  }
  if (state !== 'waiting' || view.open) return tableWords.standing[state];
  return revealed(view) === undefined ? tableWords.unasked.none : tableWords.unasked.revealed;
}
