import type { ControllerView, MainAction } from '../model/controller';
import { decodeControlKey, decodeControllerView } from './controller_wire';
import type { Answer, Send } from './request';

const done = () => true as const;

/** What a controller may ask of one session. The cookie proves who asks. */
export interface ControllerApi {
  /** The session as controllers see it. A `key`, as a control link brings it, is answered with its cookie. */
  look(key?: string): Promise<Answer<ControllerView>>;
  act(action: MainAction): Promise<Answer<true>>;
  kick(name: string): Promise<Answer<true>>;
  /** A fresh control key, for somebody else. */
  mintKey(): Promise<Answer<string>>;
  /** From now on no control key but the caller's is valid. */
  takeBackKeys(): Promise<Answer<true>>;
}

/** The controller's calls on session `id`. */
export function controllerApi(send: Send, id: string): ControllerApi {
  const path = `/${id}/control`;
  const keys = `${path}/keys`;
  return {
    look: (key) => send({ method: 'GET', path, key, decode: decodeControllerView }),
    act: (action) => send({ method: 'PATCH', path: `${path}/${action}`, decode: done }),
    kick: (name) => send({ method: 'PATCH', path: `${path}/kick`, body: name, decode: done }),
    mintKey: () => send({ method: 'POST', path: keys, decode: decodeControlKey }),
    takeBackKeys: () => send({ method: 'DELETE', path: keys, decode: done }),
  };
}
