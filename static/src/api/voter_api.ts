import type { VoterView } from '../model/voter';
import { decodeControlKey } from './control_wire';
import type { Answer, Send } from './request';
import { decodeName, decodeSeatKey, decodeVoterView, type SeatKey } from './voter_wire';

const done = () => true as const;

/** What a voter may ask of one session. */
export interface VoterApi {
  /** The session as a stranger sees it. */
  look(): Promise<Answer<VoterView>>;
  /** The session as the seat sees it, with its own vote; sets the seat's cookie anew. */
  resume(seat: SeatKey): Promise<Answer<VoterView>>;
  /** Takes a seat; who holds it already (a cookie tells) just keeps it. */
  join(name: string): Promise<Answer<SeatKey>>;
  leave(seat: SeatKey): Promise<Answer<true>>;
  vote(seat: SeatKey, choice: string): Promise<Answer<true>>;
  /** Another name for the same seat, as the server will have it. */
  rename(seat: SeatKey, name: string): Promise<Answer<string>>;
  /** Asks for control of a session that nobody leads. */
  requestControl(seat: SeatKey): Promise<Answer<true>>;
  /** Objects to somebody's asking for control. */
  objectToRequest(seat: SeatKey): Promise<Answer<true>>;
  /** Fetches the control key that has passed to this seat; its cookie opens the control page. */
  takeControl(seat: SeatKey): Promise<Answer<string>>;
}

/** The voter's calls on session `id`. `now` is the world's clock. */
export function voterApi(send: Send, id: string, now: () => number): VoterApi {
  const path = `/${id}`;
  const request = `${path}/control-request`;
  const toView = (body: unknown) => decodeVoterView(body, now());
  return {
    look: () => send({ method: 'GET', path, decode: toView }),
    resume: ({ name, key }) =>
      send({ method: 'GET', path: path + asSeat(name), key, decode: toView }),
    join: (name) =>
      send({ method: 'PUT', path: `${path}/join`, body: name, decode: decodeSeatKey }),
    leave: ({ name, key }) =>
      send({ method: 'PUT', path: `${path}/leave`, body: name, key, decode: done }),
    vote: ({ name, key }, choice) => {
      const body = JSON.stringify({ Participant: name, Choice: choice });
      return send({ method: 'PUT', path, body, key, decode: done });
    },
    rename: ({ name, key }, to) => {
      const body = JSON.stringify({ Participant: name, Name: to });
      return send({ method: 'PUT', path: `${path}/rename`, body, key, decode: decodeName });
    },
    requestControl: ({ name, key }) =>
      send({ method: 'PUT', path: request, body: name, key, decode: done }),
    objectToRequest: ({ key }) => send({ method: 'DELETE', path: request, key, decode: done }),
    takeControl: ({ name, key }) =>
      send({
        method: 'POST',
        path: `${request}/key`,
        body: name,
        key,
        decode: decodeControlKey,
      }),
  };
}

/** The query that says whose socket or view it is. */
export function asSeat(name: string): string {
  return `?as=${encodeURIComponent(name)}`;
}
