/** What the vote page says to who has joined. */
export const votingWords = {
  /** What the cards are, as a group. */
  cards: 'Your vote',
  /** Headlines: one line each, on a phone as well. */
  open: 'Pick a card',
  sending: 'Sending {choice}…',
  voted: 'You voted {choice}',
  lost: 'Your {choice} may not have arrived. Tap it again.',
  closed: 'Waiting for the next vote',
  /** Small, below a headline. */
  hidden: 'Only the host sees the result',
  /** In the last line of the page, all beside each other on a phone: one or two words. */
  you: 'You are {name}',
  device: 'This device',
  watch: 'Watch',
  more: 'More',
  watching: 'You are watching',
  joinVote: 'Join the vote',
  /** What a screen reader says for `you`, which is a button. */
  changeName: 'You are {name}. Change name',
  cookieless:
    'Your browser keeps no cookies, so what happens shows late here. Allow them for this site.',
} as const;

/** What a seat can do beside voting, above that line. */
export const seatWords = {
  name: 'Another name',
  rename: 'Change name',
  leave: 'Leave',
  somebodyElse: 'Join as somebody else',
  notYou: 'Not {name}? Join as somebody else',
  noDevice: 'The code could not be fetched. This link does the same:',
} as const;

/** The way to another device. */
export const deviceWords = {
  text: 'Take a picture of this with the other device, or open the link there. Whoever has it has your seat.',
  code: 'A code for a camera, with your seat in it',
  link: 'Link to your seat',
  copy: 'Copy the link',
} as const;

/** Where a session has lost its host: one line, with a small button behind it. */
export const leadsWords = {
  unled: 'This session has no host.',
  ask: 'Become the host',
  /** `time` counts down to zero: 0:15. */
  asked: '{name} wants to be the host, and is in {time}',
  object: 'Object',
  withdraw: 'Take it back',
  passed: '{name} is the host now.',
  mine: 'You are the host now.',
  open: 'Open the host’s page',
} as const;
