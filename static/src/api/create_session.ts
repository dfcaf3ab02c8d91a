import { isObject } from './guard';
import type { Answer, Send } from './request';

/** What creating a session gives. */
export interface Created {
  readonly id: string;
  readonly controlKey: string;
}

/** Creates a session. An empty `title` is none. */
export function createSession(
  send: Send,
  choices: readonly string[],
  title: string,
): Promise<Answer<Created>> {
  const settings = title === '' ? { Choices: choices } : { Choices: choices, Title: title };
  const body = JSON.stringify(settings);
  return send({ method: 'POST', path: '/', body, decode: decodeCreated });
}

/** The answer to `POST /api/`. */
function decodeCreated(value: unknown): Created | undefined {
  if (!isObject(value)) return undefined;
  const { Id: id, ControlKey: controlKey } = value;
  if (typeof id !== 'string' || typeof controlKey !== 'string') return undefined;
  return { id, controlKey };
}
