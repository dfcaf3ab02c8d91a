import type { JoinNotice } from '../../state/vote_room';

/** What the vote page says until somebody has joined, and in its tab. */
export const voteWords = {
  join: {
    heading: 'Join the vote',
    name: 'Your name',
    join: 'Join',
    joining: 'Joining…',
    /** What has happened, and what can be done about it unless the door is locked. */
    notices: {
      kicked: { what: 'You were removed from this session.', todo: 'You can join again.' },
      left: { what: 'You have left.', todo: 'You can join again.' },
      seatGone: { what: 'Your seat is gone, it was freed or taken.', todo: 'Join again to vote.' },
      linkUnfit: {
        what: 'This link to a seat doesn’t fit any more.',
        todo: 'Ask for a new one, or join here.',
      },
      opened: { what: 'The door is open.', todo: 'You can join now.' },
    },
    locked: 'The door is locked: nobody new can join until the host opens it.',
    watch: 'Just watch',
    deck: 'The cards: {cards}',
    here: 'Already here: {names}',
  },
  /** In the tab: one to three words. */
  pageTitle: {
    joining: 'Join',
    open: 'Vote now',
    voted: 'You have voted',
    closed: 'Waiting',
    watching: 'Watching',
    result: 'Result',
    over: 'Session over',
  },
} as const satisfies {
  join: { notices: Record<JoinNotice, object>; [name: string]: unknown };
  pageTitle: object;
};
