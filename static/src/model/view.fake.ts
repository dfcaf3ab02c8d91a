import { LED } from './control';
import type { ControllerView } from './controller';
import { NO_FINDINGS, type Result, type Statistics } from './result';
import type { Round } from './round';
import type { SessionView } from './session';
import type { VoterSnapshot } from './voter';

/** A round without topic and timer, but for what the test is about. */
export function roundOf(members: Partial<Round> = {}): Round {
  return { round: 1, topic: undefined, attempt: 1, timer: undefined, questions: [], ...members };
}

const session: SessionView = {
  ...roundOf({ round: 0 }),
  title: '',
  choices: ['1', '5'],
  open: false,
  results: 'everybody',
  seconds: 0,
  locked: false,
};

/** A closed session with nobody in it, as controllers see it, but for what the test is about. */
export function controllerView(members: Partial<ControllerView> = {}): ControllerView {
  return {
    ...session,
    participants: [],
    away: new Set(),
    since: new Map(),
    numbers: [],
    votes: new Map(),
    ...NO_FINDINGS,
    controlKeys: undefined,
    topics: [],
    topicsVersion: 0,
    undo: undefined,
    rounds: 0,
    ...members,
  };
}

/** A closed session as a voter sees it, but for what the test is about. */
export function voterView(members: Partial<VoterSnapshot> = {}): VoterSnapshot {
  return {
    ...session,
    progress: { voted: 0, of: 0, waiting: [] },
    seats: undefined,
    result: undefined,
    you: undefined,
    ladder: new Map(),
    control: LED,
    ...members,
  };
}

/** The numbers of a round, but for what the test is about. */
export function statisticsOf(members: Partial<Statistics> = {}): Statistics {
  return {
    votes: 0,
    abstentions: 0,
    mean: undefined,
    median: undefined,
    middle: [],
    modes: [],
    lowest: undefined,
    highest: undefined,
    spread: undefined,
    nearest: undefined,
    agreement: undefined,
    ...members,
  };
}

/** A result by names, with what the test is about. */
export function resultOf(votes: Record<string, string>, members: Partial<Result> = {}): Result {
  return {
    ballots: { kind: 'named', votes: new Map(Object.entries(votes)) },
    ...NO_FINDINGS,
    ...members,
  };
}
