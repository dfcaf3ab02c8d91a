import type { Results } from '../../model/settings';

/** Under “Timer and results”. */
export const settingsWords = {
  timer: 'Timer for each round',
  noTimer: 'None',
  results: 'Who sees a result',
  /** Each has a hint below it. */
  who: {
    everybody: { label: 'Everybody', hint: 'who voted what' },
    counts: {
      label: 'Everybody, without names',
      hint: 'how often each card was chosen; the host sees names',
    },
    controllers: { label: 'Only the host', hint: 'the others hear that voting has closed' },
  },
} as const satisfies { who: Record<Results, object>; [name: string]: unknown };

/** Under “Your own cards”. */
export const ownCardsWords = {
  field: 'Write or paste the cards',
  help: 'With commas, semicolons, spaces or new lines between them. Emoji are welcome.',
  example: '½, 1, 2, 4, 8, too big, ☕',
  cards: { one: '{count} card', other: '{count} cards' },
  create: 'Start with these cards',
  remembered: 'Remembered on this device',
  forget: 'Forget',
  forgetDeck: 'Forget {cards}',
  forgotten: 'Forgotten: {cards}',
  bringBack: 'Bring back',
} as const;

/** Under “A link for the calendar”. */
export const recipeLinkWords = {
  text: 'Whoever opens it hosts a new session with this deck and all that is set above. So give it to the host; everybody else gets the link of the session.',
  deck: 'Deck of the link',
  typed: 'The cards above: {cards}',
  own: 'Your cards: {cards}',
  label: 'Link that starts a session',
  copy: 'Copy this link',
  tooLong: 'This would be too long for a link. Shorten the title, or take fewer cards.',
} as const;

/** Above all else, where such a link didn’t work. */
export const recipeWords = {
  heading: 'This link isn’t quite right',
  pick: 'All else that it says is set already. Pick a deck to go on.',
  mend: 'All else that it says is set already. Mend its cards under “Your own cards”, or pick a deck.',
  goOn: 'All else that it says is set already.',
  failed: 'The session of this link couldn’t be made',
  create: 'Start the session',
} as const;

/** The ways to sessions that are there already. */
export const waysWords = {
  field: 'Link or code of a session',
  /** A small button beside the field. */
  go: 'Go',
  faults: {
    empty: 'Paste a link, or write the code of a session.',
    unclear: 'This is no link to a session, and no code of one.',
    unknown: 'There is no such session. It may be over, or a letter is wrong.',
    foreign: 'This link leads elsewhere, to {host}.',
  },
  recent: 'Your last sessions',
  /** What the reader was there: short, a time stands behind it. */
  host: 'host',
  voter: 'as {name}',
  forget: 'Forget the session {title}',
  forgotten: 'Forgotten: {title}',
  bringBack: 'Bring back',
} as const;
