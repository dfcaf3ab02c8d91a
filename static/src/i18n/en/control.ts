import type { Rich } from '../rich';

function others(count: number): string {
  if (count === 0) return 'No other control link is valid.';
  return count === 1
    ? 'One other control link is valid.'
    : `${count} other control links are valid.`;
}

/** What the control page says. */
export const controlWords = {
  action: { start: 'Begin voting', stop: 'Show the cards', next: 'New vote' },
  nextTopic: (topic: Rich): Rich => ['Next: ', topic],
  ready: 'Ready when you are',
  nobody: 'Nobody is here yet',
  readyText: 'Begin as soon as everybody is here.',
  readyEmpty: 'Share the link, and people show up here.',
  readyLocked: 'The door is locked. Open it, and share the link.',
  openEmpty: 'Voting is open. Nobody has joined yet.',
  participants: 'Participants',
  awaySince: (time: string) => `away since ${time}`,
  goneSince: (time: string) => `gone since ${time}`,
  kick: (name: string) => `Kick ${name}`,
  kickShort: 'Kick',
  close: 'Close',
  door: {
    lock: 'Lock the door',
    locked: 'Nobody new can join. Whoever has a seat keeps it.',
    open: 'Whoever has the link can join.',
    invitation: 'The door is locked: with this link nobody new can join.',
  },
  session: 'This session',
  title: { field: 'Title', change: 'Change title', changed: 'The title was changed' },
  invite: 'Invite',
  inviteKey: 'Invite (I)',
  link: 'Link to vote',
  copy: 'Copy link',
  handOver: {
    heading: 'Hand over control',
    text: 'Whoever has a control link can start, stop, reset and kick. Make one for the next host, and send it to them only.',
    make: 'Make a control link',
    makeAnother: 'Make another',
    copy: 'Copy control link',
    link: 'Control link',
    made: 'A control link is ready to copy',
    others,
    takeBack: { first: 'Take back all others', sure: 'Sure? Take them back' },
    tookBack: 'All other control links were taken back',
  },
  locked: {
    heading: {
      keyless: 'This page needs a control link',
      wrong: 'This control link doesn’t fit',
      takenBack: 'Your control link was taken back',
      cookieless: 'This page needs cookies',
    },
    why: {
      keyless: 'Only people who have one can control this session.',
      wrong: 'It may be incomplete, of another session, or taken back.',
      takenBack: 'You can’t control this session any more.',
      cookieless: 'Your key fits, but your browser doesn’t keep the cookie that carries it.',
    },
    ask: 'Ask whoever controls it for a new link. They make one on their page, under “Hand over control”.',
    allow: 'Allow cookies for this site, then reload this page: its address has your key.',
    vote: 'Go to the vote instead',
  },
  pageTitle: {
    start: 'Ready',
    stop: (voted: number, of: number) => `${voted} of ${of} voted`,
    next: 'Result',
    locked: 'Control link needed',
    cookieless: 'Cookies needed',
    over: 'Session over',
  },
};
