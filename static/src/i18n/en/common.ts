import type { ProblemKind } from '../../api/request';
import type { HostProblem } from './host';
import type { SeatProblem } from './table';

/** What every page may say. */
export const commonWords = {
  app: 'pajthy',
  /** The tab, `what` being one of the page titles. */
  titled: '{what} · pajthy',
  /** Two whole sentences, one after the other. */
  sentences: '{first} {second}',
  unreachable: 'The server can’t be reached. Trying again…',
  /** Ends a list of names that has no room for all. */
  more: '{count} more',

  /** At the top of the page, beside a dot: one or two words. */
  connection: {
    connecting: 'Connecting…',
    open: 'Live',
    reconnecting: 'Reconnecting…',
    cookieless: 'Not live',
    ended: 'Not connected',
  },

  /** Pages of their own: a heading, and a sentence below it. */
  over: {
    heading: 'This session is over',
    text: 'It ended, or the server was restarted. Nothing of it is kept.',
  },
  nowhere: {
    heading: 'Check the link',
    text: 'It may be incomplete or mistyped, or the session is over.',
  },
  newSession: 'Create a new session',
  /** Above the names of languages, each in its own. */
  language: 'Language',

  /** Below a button that copies. */
  copy: {
    copied: 'Copied',
    byHand: 'Couldn’t copy. The link is selected: copy it by hand.',
  },

  /** Spoken by a screen reader; `opened` is a headline as well. */
  said: {
    opened: 'Voting is open',
    openedFor: 'Voting is open. {time} left',
    closed: 'Voting has closed',
    cleared: 'The table was cleared',
    restored: 'The cards are back on the table',
    restoredFor: 'The cards are back on the table. {time} left',
    voted: 'You voted {choice}',
    doorLocked: 'The door is locked',
    doorOpen: 'The door is open',
    renamed: 'You are {name} now',
  },

  /** What went wrong and what to do, below what was tapped. */
  problems: {
    'bad-name': 'This name can’t be used. Keep it to 64 visible characters.',
    'no-name': 'Enter a name first.',
    'foreign-origin':
      'This server does not accept changes from this address. Whoever runs it finds the reason in its log.',
    'already-joined': 'This name is taken. Choose another, or wait until they leave.',
    'session-full': 'All seats are taken.',
    'door-locked': 'The door is locked. You can join as soon as the host opens it.',
    'too-many-requests': 'That was too much at once from your network. Wait a moment.',
    'too-many-cookies':
      'Your browser sends too many cookies. Clear those of this site, then try again.',
    barred: 'Something before the server refused this. Reload the page, or sign in again.',
    busy: 'The server is busy. Try again in a moment.',
    offline: 'The server can’t be reached. Check your network, then try again.',
    unclear: 'The answer made no sense. Reload the page.',
    failed: 'That didn’t work. Try again.',
  } satisfies Record<Exclude<ProblemKind, HostProblem | SeatProblem>, string>,
} as const;
