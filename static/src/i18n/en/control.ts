/** What the host’s page says at first. */
export const controlWords = {
  /** The one big button: two or three words. */
  action: { start: 'Begin voting', stop: 'Show the cards', next: 'New vote' },
  nextTopic: 'Next: {topic}',
  /** Headlines, each with a line below it. */
  ready: 'Ready when you are',
  readyText: 'Begin as soon as everybody is here.',
  nobody: 'Nobody is here yet',
  readyEmpty: 'Share the link, and people show up here.',
  readyLocked: 'The door is locked. Open it, and share the link.',
  openEmpty: 'Voting is open. Nobody has joined yet.',
  participants: 'Participants',
  /** In the dialog of a seat; `time` is one of day. */
  awaySince: 'away since {time}',
  goneSince: 'gone since {time}',
  kick: 'Kick {name}',
  kickShort: 'Kick',
  close: 'Close',
  /** The names of what is folded away. */
  session: 'This session',
  handOver: 'Hand over to another host',
  /** In the tab: one to three words. */
  pageTitle: {
    start: 'Ready',
    stop: '{count} of {of} voted',
    next: 'Result',
    locked: 'Host link needed',
    cookieless: 'Cookies needed',
    over: 'Session over',
  },
} as const;

/** Below the big button: what comes next, its time, what can be undone. Buttons are small. */
export const deskWords = {
  /** A field and its example. */
  topic: 'Topic, if you like',
  topicExample: 'Login with a passkey, or a link',
  timer: 'Timer',
  timerOf: 'Timer for the next rounds',
  noTimer: 'None',
  /** Buttons. `time` is 30 sec. */
  addTime: '+ {time}',
  stopTimer: 'No timer',
  lastCall: 'Last call',
  again: 'Vote again',
  clear: 'Clear',
  undo: {
    reset: 'The table was cleared.',
    kick: '{name} was removed.',
    button: 'Undo',
    done: 'Undone',
  },
} as const;

/** What is said to whoever is invited, and to who invites. */
export const inviteWords = {
  /** A button at the top of the page, and what it says of its key. */
  invite: 'Invite',
  inviteKey: 'Invite (I)',
  heading: 'Take a seat',
  text: 'Scan the code, or open the link and say your name.',
  code: 'A code for a camera: it leads to the vote',
  link: 'Link to vote',
  copy: 'Copy link',
  share: 'Share',
  close: 'Close',
  locked: 'The door is locked: with this link nobody new can join.',
} as const;

/** What the team settles on, beside a result. */
export const agreeWords = {
  heading: 'Agreed on',
  /** The last of the cards to choose from: one short word. */
  else: 'other…',
  field: 'Something else',
  record: 'Record',
  recorded: 'Recorded',
} as const;
