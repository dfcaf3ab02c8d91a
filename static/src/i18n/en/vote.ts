import type { Rich } from '../rich';

/** What the vote page says. */
export const voteWords = {
  join: {
    heading: 'Join the vote',
    name: 'Your name',
    join: 'Join',
    joining: 'Joining…',
    kicked: 'You were removed from this session. You can join again.',
    left: 'You have left. You can join again.',
    seatGone: 'Your seat is gone, it was freed or taken. Join again to vote.',
  },

  cards: 'Your vote',
  open: 'Pick a card',
  sending: (choice: Rich): Rich => ['Sending ', choice, '…'],
  voted: (choice: Rich): Rich => ['You voted ', choice],
  lost: (choice: Rich): Rich => ['Your ', choice, ' may not have arrived. Tap it again.'],
  noVote: 'You didn’t vote',
  closed: 'Waiting for the next vote',
  hidden: 'Only whoever leads the vote sees its result',
  progress: (voted: number, of: number) => `${voted} of ${of} have voted`,
  waitingFor: (names: Rich): Rich => ['waiting for ', names],
  you: (name: Rich): Rich => ['You are ', name],
  leave: 'Leave',
  notYou: (name: string) => `Not ${name}? Join as somebody else`,
  somebodyElse: 'Join as somebody else',
  pageTitle: {
    joining: 'Join',
    open: 'Vote now',
    voted: 'You have voted',
    closed: 'Waiting',
    result: 'Result',
    over: 'Session over',
  },
};
