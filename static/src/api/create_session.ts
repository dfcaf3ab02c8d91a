import type { Recipe } from '../model/recipe';
import { DEFAULTS } from '../model/settings';
import { isObject } from './guard';
import type { Answer, Send } from './request';

/** Creates a session and answers its id; the control key comes as a cookie. Only what is set is sent. */
export function createSession(send: Send, recipe: Recipe): Promise<Answer<string>> {
  const body = JSON.stringify({
    Choices: recipe.choices,
    Title: unlessIs(DEFAULTS.title, recipe.title),
    Results: unlessIs(DEFAULTS.results, recipe.results),
    Seconds: unlessIs(DEFAULTS.seconds, recipe.seconds),
  });
  return send({ method: 'POST', path: '/', body, decode: decodeId });
}

/** `value`, or `undefined`, which JSON leaves out. */
function unlessIs<T>(common: T, value: T): T | undefined {
  return value === common ? undefined : value;
}

/** The session's id, from the answer to `POST /api/`. */
function decodeId(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { Id: id } = value;
  return typeof id === 'string' ? id : undefined;
}
