/** What the wire says to both roles alike. `now` is when it was heard, by the world's clock. */
import type { Round } from '../model/round';
import { RESULTS, type SessionView } from '../model/session';
import { isCount, isOptionalString, isStrings, type JsonObject } from './guard';
import { decodeTimer } from './timer_wire';

/** The part of a view that both roles have. */
export function decodeSession(data: JsonObject, now: number): SessionView | undefined {
  const { Title: title = '', Choices: choices, Open: open } = data;
  if (typeof title !== 'string' || !isStrings(choices) || typeof open !== 'boolean') {
    return undefined;
  }
  const { Results: setting = 'everybody', Seconds: seconds = 0, Locked: locked = false } = data;
  const results = RESULTS.find((known) => known === setting);
  const round = decodeRound(data, now);
  if (results === undefined || !isCount(seconds) || round === undefined) return undefined;
  if (typeof locked !== 'boolean') return undefined;
  return { ...round, title, choices, open, results, seconds, locked };
}

/** The round that a view or `enabled` is about. */
export function decodeRound(data: JsonObject, now: number): Round | undefined {
  const { Round: round = 0, Topic: topic, Attempt: attempt = 1 } = data;
  const timer = decodeTimer(data['EndsAt'], data['Now'], now);
  if (!isCount(round) || !isOptionalString(topic) || !isCount(attempt)) return undefined;
  if (timer === undefined) return undefined;
  return { round, topic, attempt, timer: timer === 'none' ? undefined : timer };
}

/** What `enabled` says to both: the round that starts, or that was brought back by an undo. */
export function decodeStart(data: JsonObject, now: number) {
  const { Restored: restored = false } = data;
  const start = decodeRound(data, now);
  return start && typeof restored === 'boolean' ? { start, restored } : undefined;
}

/** The event `agreed`: an empty text takes the value back. */
export function decodeAgreedEvent({ Round: round, Agreed: agreed }: JsonObject) {
  if (!isCount(round) || typeof agreed !== 'string') return undefined;
  return { kind: 'agreed', round, agreed: agreed === '' ? undefined : agreed } as const;
}

/** The event `door`. */
export function decodeDoorEvent({ Locked: locked }: JsonObject) {
  return typeof locked === 'boolean' ? ({ kind: 'door', locked } as const) : undefined;
}

/** The event `deck`. */
export function decodeDeckEvent({ Choices: choices }: JsonObject) {
  return isStrings(choices) ? ({ kind: 'deck', choices } as const) : undefined;
}
