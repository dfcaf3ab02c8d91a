import { type Findings, NO_FINDINGS, type Result } from './result';
import { NO_WAIT, type Question, type Round } from './round';
import { type Place, places } from './seat_cards';
import type { SessionView } from './session';
import { countSeats, type Seat, type SeatState } from './table';
import type { Timer } from './timer';

/** What can be taken back, and for how long. */
export type Undo = { readonly time: Timer } & (
  | { readonly what: 'reset' }
  | { readonly what: 'kick'; readonly name: string }
);

/** Who has a seat, and who of them is away. */
export interface People {
  /** Names in the order in which they joined. */
  readonly participants: readonly string[];
  /** The numbers of their seats. */
  readonly numbers: readonly number[];
  readonly away: ReadonlySet<string>;
  /** Since when those away are gone, where it is known: in milliseconds since 1970 by this device's clock. */
  readonly since: ReadonlyMap<string, number>;
}

/** What is to be voted on next. */
export interface UpcomingTopics {
  readonly topics: readonly string[];
  /** One more with each change of the list. */
  readonly topicsVersion: number;
}

/** A session as its controllers see it. */
export interface ControllerView extends SessionView, People, Findings, UpcomingTopics {
  /** By name: `*` while open, the choice once closed. */
  readonly votes: ReadonlyMap<string, string>;
  /** How many control keys are valid; `undefined` where control needs none. */
  readonly controlKeys: number | undefined;
  readonly undo: Undo | undefined;
  /** How many closed rounds the history holds. Counted on by the page; a full history may hold fewer. */
  readonly rounds: number;
}

/** What a controller's socket tells. `ignored` is a kind that a newer server may send. */
export type ControllerEvent =
  | { readonly kind: 'snapshot'; readonly view: ControllerView }
  /** `restored`: a reset was undone, and votes stand as they were. */
  | { readonly kind: 'enabled'; readonly start: Round; readonly restored: boolean }
  | {
      readonly kind: 'disabled';
      readonly votes: ReadonlyMap<string, string>;
      readonly findings: Findings;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'vote'; readonly votes: ReadonlyMap<string, string> }
  | { readonly kind: 'participants-change'; readonly people: People }
  | { readonly kind: 'control-keys'; readonly controlKeys: number }
  | { readonly kind: 'timer'; readonly timer: Timer | undefined }
  | { readonly kind: 'question'; readonly questions: readonly Question[] }
  | ({ readonly kind: 'topics' } & UpcomingTopics)
  | { readonly kind: 'undo'; readonly undo: Undo | undefined }
  | { readonly kind: 'agreed'; readonly round: number; readonly agreed: string | undefined }
  | { readonly kind: 'deck'; readonly choices: readonly string[] }
  | { readonly kind: 'door'; readonly locked: boolean }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'ignored' };

const MOST_ROUNDS = 100;

/** The view after `event`. */
export function applyController(view: ControllerView, event: ControllerEvent): ControllerView {
  switch (event.kind) {
    case 'snapshot':
      return event.view;
    case 'enabled': {
      const opened = { ...view, ...event.start, open: true };
      return event.restored ? opened : { ...opened, ...NO_FINDINGS, votes: new Map() };
    }
    case 'disabled': {
      const { votes, findings } = event;
      const isNew = view.open && votes.size > 0;
      const rounds = isNew ? Math.min(MOST_ROUNDS, view.rounds + 1) : view.rounds;
      return { ...view, ...findings, open: false, ...NO_WAIT, votes, rounds };
    }
    case 'reset':
      return { ...view, ...NO_FINDINGS, open: false, ...NO_WAIT, votes: new Map() };
    case 'vote':
      return { ...view, votes: event.votes };
    case 'participants-change':
      return { ...view, ...event.people };
    case 'control-keys':
      return { ...view, controlKeys: event.controlKeys };
    case 'timer':
      return { ...view, timer: event.timer };
    case 'question':
      return { ...view, questions: event.questions };
    case 'topics':
      return { ...view, topics: event.topics, topicsVersion: event.topicsVersion };
    case 'undo':
      return { ...view, undo: event.undo };
    case 'agreed': {
      // Of another round: that one is in the history.
      const isShown = event.round === view.round && revealed(view) !== undefined;
      return isShown ? { ...view, agreed: event.agreed } : view;
    }
    case 'deck':
      return { ...view, choices: event.choices };
    case 'door':
      return { ...view, locked: event.locked };
    case 'title':
      return { ...view, title: event.title };
    case 'ignored':
      return view;
  }
}

/** What the one main button does. `next`: goes on, with the topic that waits, or without one. */
export type MainAction = 'start' | 'stop' | 'next';

/** The main button's action in this state. */
export function mainAction(view: ControllerView): MainAction {
  if (view.open) return 'stop';
  return view.votes.size > 0 ? 'next' : 'start';
}

/** A seat as its controllers see it. */
export interface HostSeat extends Place {
  /** Since when they are away, if they are and it is known: as in `People`. */
  readonly since: number | undefined;
}

/** Who sits where, and how they stand. Who voted counts as voted even when away. */
export function seatsOf(view: ControllerView): Seat[] {
  return view.participants.map((name, index) => {
    // A server that tells no numbers has told the seats in their order.
    return { number: view.numbers[index] ?? index + 1, name, state: state(view, name) };
  });
}

/** The same with all that is known of each. */
export function hostSeats(view: ControllerView): HostSeat[] {
  return places(seatsOf(view), view.choices, revealed(view)).map((place) => {
    const since = view.away.has(place.name) ? view.since.get(place.name) : undefined;
    return { ...place, since };
  });
}

/** Whoever is away for so long has gone. */
const GONE_MS = 5 * 60_000;

/** Whether somebody who is away since then will hardly come back: both by this device's clock. */
export function isGone(since: number, date: number): boolean {
  return date - since > GONE_MS;
}

function state({ votes, away }: ControllerView, name: string): SeatState {
  if (votes.has(name)) return 'voted';
  return away.has(name) ? 'away' : 'waiting';
}

/** How many have voted, of how many that are here or have voted. */
export function progress(view: ControllerView): { voted: number; of: number } {
  return countSeats(seatsOf(view));
}

/** The revealed round, or `undefined` while there is none. */
export function revealed(view: ControllerView): Result | undefined {
  const { open, votes, statistics, before, agreed, asked, first } = view;
  if (open || votes.size === 0) return undefined;
  return { ballots: { kind: 'named', votes }, statistics, before, agreed, asked, first };
}
