import type { ProblemKind } from '../../api/request';
import type { HostProblem } from './host';

/** Of requests that no page of this server sends. */
const otherVersion = 'The page and the server are of different versions. Reload the page.';

const problems: Record<Exclude<ProblemKind, HostProblem>, string> = {
  'bad-name': 'This name can’t be used. Choose one with up to 64 visible characters.',
  'no-name': 'Enter a name first.',
  'foreign-origin':
    'This server does not accept changes from this address. Whoever runs it finds the reason in its log.',
  'already-joined':
    'This name is taken by somebody who is here. Choose another, or wait until they leave.',
  'session-full': 'All seats are taken. Somebody has to leave before you can join.',
  'door-locked': 'The door is locked. You can join as soon as the host opens it.',
  'session-closed': 'Voting has closed just before you.',
  'not-a-valid-choice': 'This card is not in the deck. Reload the page to see the right ones.',
  'too-many-requests':
    'That was too much at once from your network. Wait a moment, then try again.',
  'too-many-cookies':
    'Your browser sends more cookies than the server takes. Clear those of this site, then try again.',
  'control-not-free': 'Control is not free right now. Try again in a minute.',
  'round-changed': 'Another round has begun meanwhile. Look at it first.',
  'topics-changed': 'The list was changed meanwhile. Look at it, then try again.',
  barred:
    'Something before the server refused this. Reload the page; you may have to sign in again.',
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
  busy: 'The server is busy. Try again in a moment.',
  offline: 'The server can’t be reached. Check your network, then try again.',
  unclear: 'The server’s answer made no sense. Reload the page.',
  failed: 'That didn’t work. Try again.',
};

/** What every page may say. */
export const commonWords = {
  app: 'pajthy',
  titled: (what: string) => `${what} · pajthy`,
  problems,
  unreachable: 'The server can’t be reached. Trying again…',
  and: 'and',
  more: (count: number) => `${count} more`,

  connection: {
    connecting: 'Connecting…',
    open: 'Live',
    reconnecting: 'Reconnecting…',
    ended: 'Not connected',
  },

  over: {
    heading: 'This session is over',
    text: 'It ended, or the server was restarted. Nothing of it is kept.',
  },
  nowhere: {
    heading: 'Check the link',
    text: 'It leads to no session: it may be incomplete or mistyped, or the session is over.',
  },
  newSession: 'Create a new session',

  said: {
    opened: 'Voting is open',
    closed: 'Voting has closed',
    cleared: 'The table was cleared',
    restored: 'The cards are back on the table',
    voted: (choice: string) => `You voted ${choice}`,
    doorLocked: 'The door is locked',
    doorOpen: 'The door is open',
    renamed: (name: string) => `You are ${name} now`,
  },
};
