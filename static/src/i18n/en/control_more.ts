import type { Tracker } from '../../model/tracker_files';
import type { LockReason } from '../../state/control_room';
import type { TakenForm } from '../../state/history_desk';
import type { JoinNotice } from '../../state/vote_room';

/** Under “This session”. */
export const sessionWords = {
  title: 'Title',
  changeTitle: 'Change title',
  titleChanged: 'The title was changed',
  lock: 'Lock the door',
  locked: 'Nobody new can join. Whoever has a seat keeps it.',
  open: 'Whoever has the link can join.',
} as const;

/** Under “Hand over to another host”. */
export const handOverWords = {
  text: 'Whoever has a host link can start, stop, reset and kick. Make one for the next host, and send it to them only.',
  make: 'Make a host link',
  makeAnother: 'Make another',
  copy: 'Copy host link',
  link: 'Host link',
  made: 'A host link is ready to copy',
  noOthers: 'No other host link is valid.',
  others: {
    one: 'One other host link is valid.',
    other: '{count} other host links are valid.',
  },
  /** A button that is tapped twice, with its second text in the place of the first. */
  takeBack: { first: 'Take back all others', sure: 'Sure? Take them back' },
  tookBack: 'All other host links were taken back',
} as const;

/** The host’s page without a key that fits. */
export const lockedWords = {
  heading: {
    keyless: 'This page needs a host link',
    wrong: 'This host link doesn’t fit',
    takenBack: 'Your host link was taken back',
    cookieless: 'This page needs cookies',
  },
  why: {
    keyless: 'Only people who have one can host this session.',
    wrong: 'It may be incomplete, of another session, or taken back.',
    takenBack: 'You can’t host this session any more.',
    cookieless: 'Your key fits, but your browser doesn’t keep the cookie that carries it.',
  },
  /** Behind one of these. */
  ask: 'Ask the host for a new link. They make one on their page, under “Hand over to another host”.',
  allow: 'Allow cookies for this site, then reload this page: its address has your key.',
  vote: 'Go to the vote instead',
} as const satisfies { heading: Record<LockReason, string>; [name: string]: unknown };

/** Under “Vote too”: the host’s own seat. */
export const ownSeatWords = {
  heading: 'Vote too',
  name: 'Your own name',
  join: 'Take a seat',
  /** Why there is none any more. No link leads to this one. */
  why: {
    kicked: 'You were removed from your seat. You can take it again.',
    left: 'You gave your seat up. You can take it again.',
    seatGone: 'Your seat is gone, it was freed or taken. Take one again to vote.',
    opened: 'The door is open. You can take a seat.',
  },
  locked: 'The door is locked. Open it to take a seat.',
  you: 'Your seat is {name}.',
  cards: 'Your own card',
  faceDown: 'Your card lies face down',
  /** A button that shows the card as long as it is held, on a screen that may be shared. */
  peek: 'Hold to see it',
  /** A button that shows a code by which a phone takes the same seat. */
  phone: 'Vote on my phone',
  phoneText:
    'Scan this with your phone: your seat is there then, and nobody here sees what you tap.',
  change: 'Change it',
  keep: 'Keep it',
  voted: 'You voted {choice}',
  closed: 'Your cards rest until voting begins.',
  leave: 'Give the seat up',
} as const satisfies {
  why: Record<Exclude<JoinNotice, 'linkUnfit'>, string>;
  [name: string]: unknown;
};

/** Under “Upcoming topics”. */
export const topicsWords = {
  heading: 'Upcoming topics',
  field: 'Write or paste topics',
  help: 'One a line, or a table from your tracker. A file can be dropped here, too.',
  file: 'Open a file',
  /** An example, with a line for each topic. */
  placeholder: 'Login with a passkey\nPAJ-42 Search https://tracker.example/42',
  add: 'Add to the list',
  none: 'Nothing is planned.',
  take: 'Take next',
  takeTopic: 'Take next: {topic}',
  up: 'Move up: {topic}',
  down: 'Move down: {topic}',
  remove: 'Remove: {topic}',
  added: { one: '{count} topic added', other: '{count} topics added' },
  moved: '{topic} is number {place} of {of} now',
  removed: '{topic} was removed',
  tooMany: 'The list holds {most} topics. Take some out, then add what is left here.',
  oneFile: 'Drop one file at a time.',
  fieldFirst: 'Add what stands in the field first, or clear it. Then open the file.',
  fileTooLarge: '{file} is larger than 2 MB. Export fewer columns.',
  noText: '{file} is no text that can be read. Save it as CSV UTF-8 first.',
  emptyFile: 'There is nothing in {file}.',
  noReader: 'What reads topics could not be fetched. Try again.',

  /** What is found in a pasted table, before it is added. */
  preview: 'What will be added',
  fromColumn: {
    one: '{count} topic from the column {column}',
    other: '{count} topics from the column {column}',
  },
  fromColumnNumber: {
    one: '{count} topic from column {number}',
    other: '{count} topics from column {number}',
  },
  fromLines: {
    one: '{count} topic, each line as it is',
    other: '{count} topics, each line as it is',
  },
  fromText: { one: '{count} topic', other: '{count} topics' },
  column: 'Topics are in',
  columnNumber: 'Column {number}',
  /** A column, and what stands in it. */
  example: '{name}: {example}',
  wholeLines: 'Whole lines',
  headed: 'The first row is a heading: {heading}',
  blank: {
    one: '{count} row with nothing in this column',
    other: '{count} rows with nothing in this column',
  },
  unlinked: {
    one: '{count} without the address of the row: it would be too long with it',
    other: '{count} without the address of the row: they would be too long with it',
  },
  others: 'Not like the rows of the table, stays in the field:',
  /** Behind a topic that can’t be added. */
  faults: {
    tooLong: 'longer than 200 characters, stays in the field',
    unfit: 'has characters that can’t be shown, stays in the field',
  },
  full: 'There is room for {count} more: the others stay in the field.',
} as const;

/** Under “Cards”. */
export const deckWords = {
  heading: 'Cards',
  text: 'For the rounds to come. A result that is on the table is cleared; the history keeps it.',
  closeFirst: 'The cards can be changed as soon as voting is closed.',
  known: 'Deck',
  /** One in the list of decks. */
  option: '{name}: {cards}',
  pick: 'Choose a deck…',
  field: 'Cards',
  help: 'With commas, semicolons, spaces or new lines between them.',
  change: 'Use these cards',
  changed: 'The cards were changed',
} as const;

/** Under “History”: the rounds that have ended. */
export const historyWords = {
  heading: 'History',
  loading: 'Loading the history…',
  retry: 'Try again',
  none: 'No round has ended yet.',
  /** A round without a topic. */
  round: 'Round {number}',
  /** In a line, with dots between them. */
  average: 'average {mean}',
  median: 'median {median}',
  middle: { one: 'middle card {cards}', other: 'middle cards {cards}' },
  agreed: 'agreed: {value}',
  /** Choose what to take along, then download or copy it. */
  takeAlong: 'Take along',
  whole: 'The whole history',
  agreedValues: 'Agreed values, back to',
  forms: {
    csv: 'Table (CSV)',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'Download CSV',
    markdown: 'Download Markdown',
    json: 'Download JSON',
    jira: 'Download Jira CSV',
    azure: 'Download Azure DevOps CSV',
    linear: 'Download Linear CSV',
    github: 'Download GitHub commands',
  },
  copy: {
    csv: 'Copy table',
    markdown: 'Copy Markdown',
    json: 'Copy JSON',
    jira: 'Copy Jira CSV',
    azure: 'Copy Azure DevOps CSV',
    linear: 'Copy Linear CSV',
    github: 'Copy GitHub commands',
  },
  copied: {
    csv: 'Table copied',
    markdown: 'Markdown copied',
    json: 'JSON copied',
    jira: 'Jira CSV copied',
    azure: 'Azure DevOps CSV copied',
    linear: 'Linear CSV copied',
    github: 'GitHub commands copied',
  },
  byHand: 'Couldn’t copy. The text is selected: copy it by hand.',
  /** Names the field with that text. */
  toCopy: 'Text to copy',
  notCopied: 'Couldn’t copy. Download it instead.',
  /** How a file comes into the tracker: its menus and columns by the names that they have there in this language. */
  imports: {
    jira: 'In Jira: System, External System Import, CSV. Map “Issue key” and “Story Points”.',
    azure:
      'In Azure Boards: Queries, Import Work Items. If it asks for a “Work Item Type”, add that column.',
    linear: 'For tools that update Linear by ID. Linear’s own importer makes new issues.',
    github: 'For a shell with gh. The labels, such as “points: 5”, have to exist.',
  },
  /** What is not in that file. */
  withoutKey: {
    one: 'Left out: {count} topic without a key for {tracker}.',
    other: 'Left out: {count} topics without a key for {tracker}.',
  },
  unfit: {
    jira: {
      one: 'Left out: {count} agreed value that is no number.',
      other: 'Left out: {count} agreed values that are no numbers.',
    },
    azure: {
      one: 'Left out: {count} agreed value that is no number.',
      other: 'Left out: {count} agreed values that are no numbers.',
    },
    linear: {
      one: 'Left out: {count} agreed value that is no whole number.',
      other: 'Left out: {count} agreed values that are no whole numbers.',
    },
    github: {
      one: 'Left out: {count} agreed value that is too long for a label.',
      other: 'Left out: {count} agreed values that are too long for a label.',
    },
  },
  /** The heads of the copied table. */
  columns: {
    round: 'Round',
    topic: 'Topic',
    attempt: 'Attempt',
    started: 'Started',
    ended: 'Ended',
    agreed: 'Agreed',
    votes: 'Votes',
    abstentions: 'Abstentions',
    mean: 'Mean',
    median: 'Median',
    middle: 'Middle',
    modes: 'Most chosen',
    lowest: 'Lowest',
    highest: 'Highest',
    spread: 'Spread',
    nearest: 'Nearest',
    agreement: 'Agreement %',
  },
} as const satisfies {
  [Kind in 'forms' | 'download' | 'copy' | 'copied']: Record<TakenForm, string>;
} & { [Kind in 'imports' | 'unfit']: Record<Tracker, unknown> } & Record<string, unknown>;

/** Keys, and what they do. The keys themselves are the same in every language. */
export const keyWords = {
  heading: 'Keys',
  does: {
    B: 'Begin voting',
    S: 'Show the cards',
    N: 'Next topic, or a new vote',
    A: 'Vote again',
    U: 'Undo',
    I: 'Invite',
    '?': 'Show these keys',
  },
  cards: 'On the vote page the first character of a card votes for it.',
  close: 'Close',
} as const;
