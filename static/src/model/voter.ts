import type { Control } from './control';
import type { Result } from './result';
import { NO_WAIT, type Question, type Round } from './round';
import type { SessionView } from './session';
import { changeSeats, clearSeats, markVoted, type Seats, type SeatsChange } from './table';
import type { Timer } from './timer';

/** How far the open round is. `waiting` holds the first few names only. */
export interface Progress {
  readonly voted: number;
  readonly of: number;
  readonly waiting: readonly string[];
}

/** What a seat is told of itself; nobody else is told anything. */
export interface You {
  /** Its number, which stays. */
  readonly seat: number;
  /** The name that it goes by now. */
  readonly name: string;
  /** Its own vote, as the server has it. */
  readonly own: string | undefined;
}

/** The topics that the session agreed on last, newest first, by the card that they were agreed at. */
export type Ladder = ReadonlyMap<string, readonly string[]>;

/** A session as every voter sees it. */
export interface VoterView extends SessionView {
  readonly progress: Progress;
  readonly seats: Seats;
  /** The revealed votes, from a close until the next start or reset; none where controllers alone see them. */
  readonly result: Result | undefined;
  /** Empty where nothing is agreed, or voters may not know of it. */
  readonly ladder: Ladder;
  readonly control: Control;
}

/** The same as one of them is told it. */
export interface VoterSnapshot extends VoterView {
  /** `undefined` for a watcher. */
  readonly you: You | undefined;
}

/** What a voter's socket tells. `ignored` is a kind that a newer server may send. */
export type VoterEvent =
  | { readonly kind: 'snapshot'; readonly view: VoterSnapshot }
  /** `restored`: a reset was undone, and votes stand as they were. */
  | {
      readonly kind: 'enabled';
      readonly start: Round;
      readonly restored: boolean;
      readonly progress: Progress;
    }
  | { readonly kind: 'disabled'; readonly result: Result | undefined }
  | { readonly kind: 'reset' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | ({ readonly kind: 'seats' } & SeatsChange)
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'timer'; readonly timer: Timer | undefined }
  | { readonly kind: 'question'; readonly questions: readonly Question[] }
  | { readonly kind: 'agreed'; readonly round: number; readonly agreed: string | undefined }
  | { readonly kind: 'ladder'; readonly ladder: Ladder }
  | { readonly kind: 'deck'; readonly choices: readonly string[] }
  | { readonly kind: 'door'; readonly locked: boolean }
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'you'; readonly you: You }
  | { readonly kind: 'kicked' }
  | { readonly kind: 'ignored' };

/** The view after `event`. */
export function applyVoter(view: VoterView, event: VoterEvent): VoterView {
  switch (event.kind) {
    case 'snapshot':
      return event.view;
    case 'enabled': {
      const { start, progress, restored } = event;
      const seats = restored ? view.seats : clearSeats(view.seats);
      return { ...view, ...start, open: true, progress, seats, result: undefined };
    }
    case 'disabled': {
      const { result } = event;
      // What is told of an earlier round may have the names of others who have come since.
      const seats = view.open ? markVoted(view.seats, result) : view.seats;
      return { ...view, open: false, ...NO_WAIT, seats, result };
    }
    case 'reset': {
      const seats = clearSeats(view.seats);
      return { ...view, open: false, ...NO_WAIT, seats, result: undefined };
    }
    case 'seats':
      return { ...view, seats: changeSeats(view.seats, event) };
    case 'title':
      return { ...view, title: event.title };
    case 'progress':
      return view.open ? { ...view, progress: event.progress } : view;
    case 'timer':
      return { ...view, timer: event.timer };
    case 'question':
      return { ...view, questions: event.questions };
    case 'agreed': {
      const { round, agreed } = event;
      if (view.result === undefined || round !== view.round) return view;
      return { ...view, result: { ...view.result, agreed } };
    }
    case 'ladder':
      return { ...view, ladder: event.ladder };
    case 'deck':
      return { ...view, choices: event.choices };
    case 'door':
      return { ...view, locked: event.locked };
    case 'control':
      return { ...view, control: event.control };
    case 'you':
    case 'kicked':
    case 'ignored':
      return view;
  }
}

/** What `event` tells a seat of itself, if it does. */
export function youIn(event: VoterEvent): You | undefined {
  if (event.kind === 'you') return event.you;
  return event.kind === 'snapshot' ? event.view.you : undefined;
}

/** Whether `event` cleared the table, so that a vote cast before it no longer counts. */
export function clearsVotes(event: VoterEvent): boolean {
  return event.kind === 'reset' || (event.kind === 'enabled' && !event.restored);
}
