import type { Control } from '../model/control';
import { decoded, misread, object, record, text } from './decode';
import { readTimer } from './timer_wire';

const readKey = record({ controlKey: text });

/** The fresh control key in an answer; how many there are now, its event says. */
export const decodeControlKey = decoded((value) => readKey(value).controlKey);

/** Who leads: `Control` of a voter's view, or the data of the event. */
export function readControl(value: unknown, now: number): Control {
  const { State: state, By: by } = object(value);
  if (state === 'led' || state === 'unled') return { state };
  if (state === 'passed') return { state, by: text(by) };
  if (state !== 'asked') return misread();
  return { state, by: text(by), passes: readTimer(value, now, 'PassesAt') ?? misread() };
}
