import type { Timer } from '../model/timer';
import { count, object } from './decode';

/**
 * The time until the date of the member `ends`, as the server's clock stood at the member `Now`, heard at `now` by our
 * own; `undefined` where nothing ends.
 */
export function readTimer(value: unknown, now: number, ends = 'EndsAt'): Timer | undefined {
  const { [ends]: end, Now: serverNow, Rests: rests } = object(value);
  if (rests !== undefined) return { remainingMs: count(rests), receivedAt: now, rests: true };
  if (end === undefined) return undefined;
  return { remainingMs: Math.max(0, count(end) - count(serverNow)), receivedAt: now };
}
