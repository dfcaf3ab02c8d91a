import type { Results } from '../../model/settings';
import type { Rich } from '../rich';

const results: Record<Results, { readonly label: string; readonly hint: string }> = {
  everybody: { label: 'Everybody', hint: 'who voted what' },
  counts: {
    label: 'Everybody, without names',
    hint: 'how often each card was chosen; who controls sees names',
  },
  controllers: { label: 'Only who controls', hint: 'the others hear that voting has closed' },
};

/** What the home page says in what is folded away at first, and of a link that didn't work. */
export const homeRestWords = {
  settings: {
    timer: 'Timer for each round',
    noTimer: 'None',
    results: 'Who sees a result',
    who: results,
  },

  own: {
    field: 'Write or paste the cards',
    help: 'With commas, semicolons, spaces or new lines between them. Emoji are welcome.',
    example: '½, 1, 2, 4, 8, too big, ☕',
    cards: (count: number) => (count === 1 ? '1 card' : `${count} cards`),
    create: 'Start with these cards',
    remembered: 'Remembered on this device',
    forget: 'Forget',
    forgetDeck: (cards: string) => `Forget ${cards}`,
    forgotten: (cards: Rich): Rich => ['Forgotten: ', cards],
    bringBack: 'Bring back',
  },

  link: {
    text: 'Whoever opens it starts a new session with this deck and all that is set above, and controls it. So give it to whoever leads; everybody else gets the link of the session.',
    deck: 'Deck of the link',
    typed: (cards: string) => `The cards above: ${cards}`,
    own: (cards: string) => `Your cards: ${cards}`,
    label: 'Link that starts a session',
    copy: 'Copy this link',
    tooLong: 'This would be too long for a link. Shorten the title, or take fewer cards.',
  },

  recipe: {
    heading: 'This link isn’t quite right',
    pick: 'All else that it says is set already. Pick a deck to go on.',
    mend: 'All else that it says is set already. Mend its cards under “Your own cards”, or pick a deck.',
    goOn: 'All else that it says is set already.',
    failed: 'The session of this link couldn’t be made',
    create: 'Start the session',
  },
};
