/** The keys of the control page, and what they do. */
export const keyWords = {
  heading: 'Keys',
  keys: [
    ['B', 'Begin voting'],
    ['S', 'Show the cards'],
    ['N', 'Next topic, or a new vote'],
    ['A', 'Vote again'],
    ['U', 'Undo'],
    ['I', 'Invite'],
    ['?', 'Show these keys'],
  ],
  cards: 'On the vote page the first character of a card votes for it.',
  close: 'Close',
} as const;
