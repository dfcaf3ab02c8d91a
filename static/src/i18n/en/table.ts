import type { ProblemKind } from '../../api/request';
import type { DeviceSetting } from '../../state/device_settings';

/** What is said of the seats, and of what a round came down to. */
export const tableWords = {
  table: 'The table',
  /** Below one’s own card, in place of the name: very short. */
  you: 'You',
  /** How a seat stands: for screen readers, and in a dialog. */
  standing: { voted: 'voted', waiting: 'waiting', away: 'away' },
  /** How a seat stands that has no card on the table where nobody is waited for. */
  unasked: { none: 'here', revealed: 'no vote' },
  chose: 'voted {choice}',
  /** Behind the last seat, for those that there is no room for. */
  others: 'and {count} more',
  /** How far the vote is: a headline on the host’s page, one line. */
  progress: '{count} of {of} have voted',
  waitingFor: 'waiting for {names}',
  /** What a round came down to, headline and spoken alike: short. `count` have voted. */
  summary: {
    nothing: 'Closed. {count} of {of} voted',
    agreed: 'Closed. {count} of {of} voted, everybody agrees on {choice}',
    median: 'Closed. {count} of {of} voted, median {median}',
    span: 'Closed. {count} of {of} voted, median {median}, from {lowest} to {highest}',
    most: 'Closed. {count} of {of} voted, most for {cards}',
  },
  /** One who chose the lowest card, and one who chose the highest. */
  first: 'First to speak: {low} ({lowCard}) and {high} ({highCard})',
} as const;

/** What is said of a round: its topic, and its time. */
export const roundWords = {
  attempt: 'Attempt {number}',
  timer: 'Time left',
  /** Spoken: 1 minute 30 seconds left. */
  timeLeft: '{time} left',
  timeUp: 'Time is up',
} as const;

/** The result: small labels above numbers. */
export const resultWords = {
  heading: 'Result',
  recorded: 'Agreed value: {value}',
  average: 'Average',
  median: 'Median',
  /** Above one card, or above the two that the middle is between. */
  middle: { one: 'Middle card', other: 'Middle cards' },
  votes: 'Votes',
  abstentions: 'Abstentions',
  mode: 'Most chosen',
  range: 'Range',
  span: '{lowest} – {highest}',
  /** So many cards of the deck lie between the lowest vote and the highest. */
  steps: { one: '{count} step', other: '{count} steps' },
  nearest: 'Nearest to average',
  agreement: 'Agreement',
  /** A bar, as a screen reader says it. */
  line: { one: '{choice}: {count} vote', other: '{choice}: {count} votes' },
} as const;

/** What has changed since the attempt before. */
export const movesWords = {
  heading: 'Since the attempt before',
  /** Spoken. */
  moved: '{name} from {from} to {to}',
  nobodyMoved: 'Nobody changed their vote',
  /** From one number of steps to another; `count` is the new one. */
  shrank: {
    one: 'The spread shrank from {from} to {count} step',
    other: 'The spread shrank from {from} to {count} steps',
  },
  grew: {
    one: 'The spread grew from {from} to {count} step',
    other: 'The spread grew from {from} to {count} steps',
  },
  stayed: {
    one: 'The spread stayed at {count} step',
    other: 'The spread stayed at {count} steps',
  },
} as const;

/** Hands that are raised in an open round. */
export const questionWords = {
  /** Buttons of a voter, up to 24 characters. */
  ask: 'I have a question',
  settled: 'My question is settled',
  /** For everybody, one line below the headline. `count` is that of the names. */
  asks: { one: '{names} has a question', other: '{names} have a question' },
  /** Behind it where a timer runs: it stands still meanwhile. */
  rests: 'The timer rests',
  /** The host’s button, up to 16 characters. */
  answered: 'Answered',
  /** Spoken when nobody has one any more. */
  over: 'No more questions',
} as const;

/** What a card tells on request, in a bubble beside it: the topics that this session agreed on at that value last. */
export const ladderWords = {
  agreed: 'Agreed at {value}: {topics}',
  none: 'Nothing is agreed at {value} yet',
} as const;

/** Switches. */
export const switchWords = {
  sound: 'Sounds on this device',
  keys: 'Single keys on this device',
  awake: 'Screen stays on while voting is open',
  buzz: 'Vibrate when voting begins and when time runs out',
} as const satisfies Record<DeviceSetting, string>;

/** What went wrong and what to do, where it goes wrong for nobody but who has a seat. */
export const seatProblems = {
  'session-closed': 'Voting has closed just before you.',
  'not-a-valid-choice': 'This card is not in the deck. Reload the page.',
  'control-not-free': 'You can’t become the host right now. Wait a moment.',
  'too-many-questions': 'Many have a question already. Wait a moment.',
} as const satisfies Partial<Record<ProblemKind, string>>;

/** One of them. */
export type SeatProblem = keyof typeof seatProblems;
