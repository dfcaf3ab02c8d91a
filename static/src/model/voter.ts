import type { Result } from './result';

/** How far the open round is. `waiting` holds the first few names only. */
export interface Progress {
  readonly voted: number;
  readonly of: number;
  readonly waiting: readonly string[];
}

/** A session as a voter sees it. */
export interface VoterView {
  readonly title: string;
  readonly choices: readonly string[];
  readonly open: boolean;
  readonly round: number;
  readonly progress: Progress;
  /** The revealed votes, from a close until the next start or reset. */
  readonly result: Result | undefined;
  /** The seat's own vote, as the server has it. */
  readonly own: string | undefined;
}

/** What a voter's socket tells. `ignored` is a kind that a newer server may send. */
export type VoterEvent =
  | { readonly kind: 'snapshot'; readonly view: VoterView }
  | { readonly kind: 'enabled'; readonly round: number; readonly progress: Progress }
  | { readonly kind: 'disabled'; readonly result: Result | undefined }
  | { readonly kind: 'reset' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'kicked' }
  | { readonly kind: 'ignored' };

/** The view after `event`. */
export function applyVoter(view: VoterView, event: VoterEvent): VoterView {
  switch (event.kind) {
    case 'snapshot':
      return event.view;
    case 'enabled': {
      const { round, progress } = event;
      return { ...view, open: true, round, progress, result: undefined, own: undefined };
    }
    case 'disabled':
      return { ...view, open: false, result: event.result };
    case 'reset':
      return { ...view, open: false, result: undefined, own: undefined };
    case 'progress':
      return view.open ? { ...view, progress: event.progress } : view;
    case 'kicked':
    case 'ignored':
      return view;
  }
}

/** Whether `event` cleared the table, so that a vote cast before it no longer counts. */
export function clearsVotes(event: VoterEvent): boolean {
  return event.kind === 'enabled' || event.kind === 'reset';
}
