import type { Rich } from '../rich';

function unit(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What the control page says beside the way through a round: what comes next, its time, what can be undone. */
export const deskWords = {
  topic: 'Topic, if you like',
  topicExample: 'Login with a passkey, or a link',
  timer: 'Timer',
  timerOf: 'Timer for the next rounds',
  noTimer: 'None',
  duration,
  addTime: '+ 30 s',
  stopTimer: 'No timer',
  lastCall: 'Last call',
  again: 'Vote again',
  clear: 'Clear',

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
    help: 'One a line, or a table from your tracker. A file can be dropped here, too.',
    file: 'Open a file',
    placeholder: 'Login with a passkey\nPAJ-42 Search https://tracker.example/42',
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
    tooMany: (most: number) =>
      `The list holds ${most} topics. Take some out, then add what is left here.`,
    oneFile: 'Drop one file at a time.',
    fieldFirst: 'Add what stands in the field first, or clear it. Then open the file.',
    fileTooLarge: (name: string) => `${name} is larger than 2 MB. Export fewer columns.`,
    noText: (name: string) => `${name} is no text that can be read. Save it as CSV UTF-8 first.`,
    emptyFile: (name: string) => `There is nothing in ${name}.`,
    noReader: 'What reads topics could not be fetched. Try again.',
    faults: {
      tooLong: 'longer than 200 characters',
      unfit: 'has characters that can’t be shown',
    },

    preview: 'What will be added',
    from: (count: number, column: Rich): Rich => [
      `${unit(count, 'topic')} from the column `,
      column,
    ],
    fromNumber: (count: number, column: number) => `${unit(count, 'topic')} from column ${column}`,
    fromLines: (count: number) => `${unit(count, 'topic')}, each line as it is`,
    fromText: (count: number) => unit(count, 'topic'),
    column: 'Topics are in',
    columnNumber: (column: number) => `Column ${column}`,
    example: (name: string, example: string) => `${name}: ${example}`,
    wholeLines: 'Whole lines',
    headed: (heading: Rich): Rich => ['The first row is a heading: ', heading],
    blank: (count: number) => `${unit(count, 'row')} with nothing in this column`,
    unlinked: (count: number) =>
      `${count} without the address of the row: it would be too long with it`,
    others: 'Not like the rows of the table, stays in the field:',
    stays: 'stays in the field',
    full: (room: number) => `There is room for ${room} more: the others stay in the field.`,
  },

  deck: {
    heading: 'Cards',
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
