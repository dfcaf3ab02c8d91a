import { isObject } from './guard';
import type { Answer, Send } from './request';

/** Creates a session and answers its id; the control key comes as a cookie. An empty `title` is none. */
export function createSession(
  send: Send,
  choices: readonly string[],
  title: string,
): Promise<Answer<string>> {
  const settings = title === '' ? { Choices: choices } : { Choices: choices, Title: title };
  const body = JSON.stringify(settings);
  return send({ method: 'POST', path: '/', body, decode: decodeId });
}

/** The session's id, from the answer to `POST /api/`. */
function decodeId(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { Id: id } = value;
  return typeof id === 'string' ? id : undefined;
}
