import type { Recipe } from '../model/recipe';
import { DEFAULTS } from '../model/settings';
import { decoded, maybe, record, text } from './decode';
import { type Answer, isRefusal, type Send } from './request';

/** A session that was made, and what controls it. */
export interface Created {
  readonly id: string;
  /** The control key, where the browser has not kept the cookie that it came in. */
  readonly key: string | undefined;
}

/** Creates a session. Only what is set is sent. */
export async function createSession(send: Send, recipe: Recipe): Promise<Answer<Created>> {
  const body = JSON.stringify({
    Choices: recipe.choices,
    Title: unlessIs(DEFAULTS.title, recipe.title),
    Results: unlessIs(DEFAULTS.results, recipe.results),
    Seconds: unlessIs(DEFAULTS.seconds, recipe.seconds),
  });
  const made = await send({ method: 'POST', path: '/', body, decode: decodeCreated });
  if (!made.ok) return made;
  const { id, key } = made.value;
  const look = await send({ method: 'GET', path: `/${id}/control`, decode: () => true });
  const isKept = look.ok || !isRefusal(look.problem);
  return { ...made, value: { id, key: isKept ? undefined : key } };
}

/** `value`, or `undefined`, which JSON leaves out. */
function unlessIs<T>(common: T, value: T): T | undefined {
  return value === common ? undefined : value;
}

const readCreated = record({ id: text, controlKey: maybe(text) });

/** The answer to `POST /api/`. */
const decodeCreated = decoded<Created>((value) => {
  const { id, controlKey: key } = readCreated(value);
  return { id, key };
});
