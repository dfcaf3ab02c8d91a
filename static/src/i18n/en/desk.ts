import type { Rich } from '../rich';

function unit(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What the control page says beside the way through a round: what comes next, its time, what can be undone. */
export const deskWords = {
  kicked: (name: string) => `${name} was removed`,
  topic: 'Topic, if you like',
  topicExample: 'Login with a passkey, or a link',
  timer: 'Timer',
  timerOf: 'Timer for the next rounds',
  noTimer: 'None',
  duration,
  addTime: 'Add 30 seconds',
  stopTimer: 'Stop the timer',
  lastCall: 'Last call: 10 seconds',
  again: 'Vote again',
  next: (topic: Rich): Rich => ['Next: ', topic],

  undo: {
    reset: 'The table was cleared.',
    kick: (name: Rich): Rich => [name, ' was removed.'],
    button: 'Undo',
    left: (seconds: number) => `${seconds} s`,
    done: 'Undone',
  },

  own: {
    heading: 'Vote too',
    name: 'Your own name',
    join: 'Take a seat',
    why: {
      kicked: 'You were removed from your seat. You can take it again.',
      left: 'You gave your seat up. You can take it again.',
      seatGone: 'Your seat is gone, it was freed or taken. Take one again to vote.',
      opened: 'The door is open. You can take a seat.',
      // No link leads to this seat.
      linkUnfit: '',
    },
    locked: 'The door is locked. Open it to take a seat.',
    you: (name: Rich): Rich => ['Your seat is ', name, '.'],
    cards: 'Your own card',
    faceDown: 'Your card lies face down',
    change: 'Change it',
    keep: 'Keep it',
    voted: (choice: Rich): Rich => ['You voted ', choice],
    closed: 'Your cards rest until voting begins.',
    leave: 'Give the seat up',
  },

  topics: {
    heading: 'Upcoming topics',
    field: 'Write or paste topics',
    help: 'One a line, or a table from your tracker.',
    example: 'Login with a passkey\nhttps://tracker.example/42',
    add: 'Add to the list',
    none: 'Nothing is planned.',
    count: (count: number) => (count === 0 ? '' : String(count)),
    take: 'Take next',
    takeTopic: (topic: string) => `Take next: ${topic}`,
    up: (topic: string) => `Move up: ${topic}`,
    down: (topic: string) => `Move down: ${topic}`,
    remove: (topic: string) => `Remove: ${topic}`,
    added: (count: number) => `${unit(count, 'topic')} added`,
    moved: (topic: string, place: number, of: number) => `${topic} is number ${place} of ${of} now`,
    removed: (topic: string) => `${topic} was removed`,
    tooMany: (most: number) => `The list holds ${most} topics. Take some out first.`,
    tooLong: (most: number, which: readonly string[]) =>
      `Shorten this to ${most} characters first: ${which.join(', ')}.`,
    begins: (text: string) => `“${text}…”`,
  },

  deck: {
    heading: 'Other cards',
    text: 'For the rounds to come. A result that is on the table is cleared; the history keeps it.',
    closeFirst: 'The cards can be changed as soon as voting is closed.',
    known: 'Deck',
    own: 'Your own cards',
    pick: 'Choose a deck…',
    field: 'Cards',
    help: 'With commas, semicolons, spaces or new lines between them.',
    change: 'Use these cards',
    changed: 'The cards were changed',
  },
};
