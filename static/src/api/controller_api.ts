import type { ControllerView, MainAction } from '../model/controller';
import { decodeControllerView } from './controller_wire';
import type { Answer, Send } from './request';

const done = () => true as const;

/** What a controller may ask of one session. Without a `key` the cookie decides. */
export interface ControllerApi {
  /** The session as controllers see it; a key is answered with the control cookie. */
  look(key: string | undefined): Promise<Answer<ControllerView>>;
  act(action: MainAction, key: string | undefined): Promise<Answer<true>>;
  kick(name: string, key: string | undefined): Promise<Answer<true>>;
}

/** The controller's calls on session `id`. */
export function controllerApi(send: Send, id: string): ControllerApi {
  const path = `/${id}/control`;
  return {
    look: (key) => send({ method: 'GET', path, key, decode: decodeControllerView }),
    act: (action, key) => send({ method: 'PATCH', path: `${path}/${action}`, key, decode: done }),
    kick: (name, key) =>
      send({ method: 'PATCH', path: `${path}/kick`, body: name, key, decode: done }),
  };
}
