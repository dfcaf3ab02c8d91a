import { type Control, LED } from '../model/control';
import { isObject } from './guard';
import { decodeTimer } from './timer_wire';

/** The fresh control key in an answer; how many there are now, its event says. */
export function decodeControlKey(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { ControlKey: key } = value;
  return typeof key === 'string' ? key : undefined;
}

/** Who leads: `Control` of a voter's view, or the data of the event. Absent, it is simply led. */
export function decodeControl(value: unknown, now: number): Control | undefined {
  if (value === undefined) return LED;
  if (!isObject(value)) return undefined;
  const { State: state, By: by } = value;
  if (state === 'led' || state === 'unled') return { state };
  if (typeof by !== 'string') return undefined;
  if (state === 'passed') return { state, by };
  if (state !== 'asked') return undefined;
  const passes = decodeTimer(value['PassesAt'], value['Now'], now);
  return passes === undefined || passes === 'none' ? undefined : { state, by, passes };
}
