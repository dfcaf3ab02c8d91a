import type { RecipeFault } from '../../model/recipe';
import { LONGEST_SECONDS } from '../../model/settings';
import type { Rich } from '../rich';

/** What is wrong with cards, or with what a recipe link says; `what` is what stands there. */
export const faultWords: Record<RecipeFault['kind'], (what: Rich) => Rich> = {
  none: () => 'Write at least one card.',
  twice: (card) => ['“', card, '” is there more than once. Leave one of them.'],
  'too-long': (card) => ['“', card, '” is too long for a card. Up to 64 characters fit.'],
  'no-deck': () => 'It names no deck.',
  'unknown-deck': (text) => [
    'There is no deck called “',
    text,
    '”, and cards would need commas between them.',
  ],
  seconds: (text) => [
    'A timer of “',
    text,
    `” can’t be set: it takes seconds, from 0 for none to ${LONGEST_SECONDS}.`,
  ],
  results: (text) => [
    'Results can’t be shown to “',
    text,
    '”: it takes everybody, counts or controllers.',
  ],
};
