import type { JoinNotice } from '../../state/vote_room';
import type { Rich } from '../rich';

/** What has happened, and what can be done about it unless the door is locked. */
const notices: Record<JoinNotice, readonly [what: string, todo: string]> = {
  kicked: ['You were removed from this session.', 'You can join again.'],
  left: ['You have left.', 'You can join again.'],
  seatGone: ['Your seat is gone, it was freed or taken.', 'Join again to vote.'],
  linkUnfit: ['This link to a seat doesn’t fit any more.', 'Ask for a new one, or join here.'],
  opened: ['The door is open.', 'You can join now.'],
};

/** What the vote page says. */
export const voteWords = {
  join: {
    heading: 'Join the vote',
    name: 'Your name',
    join: 'Join',
    joining: 'Joining…',
    notices,
    locked: 'The door is locked: nobody new can join until the host opens it.',
    watch: 'Just watch',
    deck: (cards: string) => `The cards: ${cards}`,
    here: (names: Rich): Rich => ['Already here: ', names],
  },

  cards: 'Your vote',
  open: 'Pick a card',
  sending: (choice: Rich): Rich => ['Sending ', choice, '…'],
  voted: (choice: Rich): Rich => ['You voted ', choice],
  lost: (choice: Rich): Rich => ['Your ', choice, ' may not have arrived. Tap it again.'],
  closed: 'Waiting for the next vote',
  hidden: 'Only whoever leads the vote sees its result',
  progress: (voted: number, of: number) => `${voted} of ${of} have voted`,
  waitingFor: (names: Rich): Rich => ['waiting for ', names],
  you: (name: Rich): Rich => ['You are ', name],
  cookieless:
    'Your browser keeps no cookies, so what happens shows late here. Allow them for this site.',
  watching: 'You are watching',
  joinVote: 'Join the vote',
  changeName: (name: string) => `You are ${name}. Change name`,
  device: 'This device',
  watch: 'Watch',
  more: 'More',
  pageTitle: {
    joining: 'Join',
    open: 'Vote now',
    voted: 'You have voted',
    closed: 'Waiting',
    watching: 'Watching',
    result: 'Result',
    over: 'Session over',
  },
};
