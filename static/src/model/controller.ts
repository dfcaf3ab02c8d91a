import type { Result, Statistics } from './result';

/** A session as its controllers see it. */
export interface ControllerView {
  readonly title: string;
  readonly choices: readonly string[];
  readonly open: boolean;
  readonly round: number;
  /** Names in the order in which they joined. */
  readonly participants: readonly string[];
  readonly away: ReadonlySet<string>;
  /** By name: `*` while open, the choice once closed. */
  readonly votes: ReadonlyMap<string, string>;
  readonly statistics: Statistics | undefined;
  /** How many control keys are valid; `undefined` where control needs none. */
  readonly controlKeys: number | undefined;
}

/** What a controller's socket tells. `ignored` is a kind that a newer server may send. */
export type ControllerEvent =
  | { readonly kind: 'snapshot'; readonly view: ControllerView }
  | { readonly kind: 'enabled'; readonly round: number }
  | {
      readonly kind: 'disabled';
      readonly votes: ReadonlyMap<string, string>;
      readonly statistics: Statistics | undefined;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'vote'; readonly votes: ReadonlyMap<string, string> }
  | {
      readonly kind: 'participants-change';
      readonly participants: readonly string[];
      readonly away: ReadonlySet<string>;
    }
  | { readonly kind: 'control-keys'; readonly controlKeys: number }
  | { readonly kind: 'ignored' };

/** The view after `event`. */
export function applyController(view: ControllerView, event: ControllerEvent): ControllerView {
  switch (event.kind) {
    case 'snapshot':
      return event.view;
    case 'enabled': {
      const { round } = event;
      return { ...view, open: true, round, votes: new Map(), statistics: undefined };
    }
    case 'disabled':
      return { ...view, open: false, votes: event.votes, statistics: event.statistics };
    case 'reset':
      return { ...view, open: false, votes: new Map(), statistics: undefined };
    case 'vote':
      return { ...view, votes: event.votes };
    case 'participants-change':
      return { ...view, participants: event.participants, away: event.away };
    case 'control-keys':
      return { ...view, controlKeys: event.controlKeys };
    case 'ignored':
      return view;
  }
}

/** What the one main button does. */
export type MainAction = 'start' | 'stop' | 'reset';

/** The main button's action in this state: revealed votes must be reset before the next round. */
export function mainAction(view: ControllerView): MainAction {
  if (view.open) return 'stop';
  return view.votes.size > 0 ? 'reset' : 'start';
}

/** A participant as the list shows it. */
export interface Seat {
  readonly name: string;
  readonly standing: 'voted' | 'waiting' | 'away' | 'present';
  /** The revealed choice, once closed. */
  readonly choice: string | undefined;
}

/** The participants with what is known of each. Who voted counts as voted even when away. */
export function seats(view: ControllerView): Seat[] {
  return view.participants.map((name) => {
    const vote = view.votes.get(name);
    return { name, standing: standing(view, name), choice: view.open ? undefined : vote };
  });
}

function standing(view: ControllerView, name: string): Seat['standing'] {
  if (view.votes.has(name)) return 'voted';
  if (view.away.has(name)) return 'away';
  return view.open ? 'waiting' : 'present';
}

/** How many have voted, of how many that are here or have voted. */
export function progress(view: ControllerView): { voted: number; of: number } {
  const counted = seats(view).filter((seat) => seat.standing !== 'away');
  return { voted: counted.filter((seat) => seat.standing === 'voted').length, of: counted.length };
}

/** The revealed round, or `undefined` while there is none. */
export function revealed(view: ControllerView): Result | undefined {
  if (view.open || view.votes.size === 0) return undefined;
  return { ballots: { kind: 'named', votes: view.votes }, statistics: view.statistics };
}
