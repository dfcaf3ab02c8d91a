import type { Timer } from '../model/timer';
import { isCount, type JsonObject } from './guard';

/**
 * The time until `ends`, as the server's clock stood at `serverNow`, heard at `now` by our own: `none` where nothing
 * ends, `undefined` where they make no sense.
 */
export function decodeTimer(
  ends: unknown,
  serverNow: unknown,
  now: number,
): Timer | 'none' | undefined {
  if (ends === undefined) return 'none';
  if (!isCount(ends) || !isCount(serverNow)) return undefined;
  return { remainingMs: Math.max(0, ends - serverNow), receivedAt: now };
}

/** The event `timer`: `{ timer: undefined }` where it was stopped. */
export function decodeTimerEvent(data: JsonObject, now: number) {
  const timer = decodeTimer(data['EndsAt'], data['Now'], now);
  if (timer === undefined) return undefined;
  return { kind: 'timer', timer: timer === 'none' ? undefined : timer } as const;
}
