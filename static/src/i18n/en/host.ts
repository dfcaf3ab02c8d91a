import type { ProblemKind } from '../../api/request';
import type { DeckKey } from '../../model/deck';
import type { RecipeFault } from '../../model/recipe';

/** The decks, below their cards and in lists: short. */
export const deckNames = {
  fibonacci: 'Fibonacci',
  shirt: 'T-shirt',
  hand: 'Hand',
  health: 'Health check',
  fibonacci89: 'Fibonacci to 89',
  modified: 'Modified Fibonacci',
  powers: 'Powers of two',
  fist: 'Fist of five',
} as const satisfies Record<DeckKey, string>;

/** What is wrong with cards that somebody wrote, or with what a link that starts a session says. */
export const faultWords = {
  none: 'Write at least one card.',
  twice: '“{card}” is there more than once. Leave one of them.',
  'too-long': '“{card}” is too long for a card. Up to 64 characters fit.',
  'no-deck': 'It names no deck.',
  'unknown-deck': 'There is no deck called “{text}”, and cards would need commas between them.',
  seconds: 'A timer of “{text}” can’t be set: it takes seconds, from 0 for none to {most}.',
  /** The last three are what such a link may say: they stay in English. */
  results: 'Results can’t be shown to “{text}”: it takes everybody, counts or controllers.',
} as const satisfies Record<RecipeFault['kind'], string>;

/** Of requests that no page of this server sends. */
const otherVersion = 'The page and the server are of different versions. Reload the page.';

/** Of what ends a page, or a seat: the page that comes then says more. */
const gone = 'That is over. Reload the page.';

/** What went wrong and what to do, where nobody reads it who only votes. */
export const hostProblems = {
  'no-choices': 'A deck needs at least one card.',
  'bad-choice': 'A card of this deck can’t be used. Choose another deck.',
  'duplicate-choice': 'Two cards of this deck are the same. Choose another deck.',
  'too-many-choices': 'This deck has too many cards. Choose a smaller one.',
  'bad-title': 'This title can’t be used. Shorten it, or leave out unusual characters.',
  'too-many-sessions':
    'Many sessions were made from your network already. Use one of them again, or wait until some are over.',
  'bad-setting': 'This setting can’t be used. Choose another value.',
  'bad-topic': 'This topic can’t be used. Keep it to 200 visible characters.',
  'too-many-topics': 'These are too many topics. Keep the list to 500.',
  'too-large': 'This list is too long for the server. Take something out, or shorten it.',
  'bad-agreed': 'This can’t be recorded. Keep it to 64 visible characters.',
  'not-a-round': 'This round is not in the history any more.',
  'nothing-to-undo': 'It is too late to take that back.',
  'session-open': 'A vote is open. Stop it first.',
  'round-changed': 'Somebody else has begun a vote just before you.',
  'topics-changed':
    'Somebody else has changed the list just before you. Look at it, then save yours.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'They have left already.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
} as const satisfies Partial<Record<ProblemKind, string>>;

/** One of them. */
export type HostProblem = keyof typeof hostProblems;
