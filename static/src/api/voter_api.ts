import type { VoterView } from '../model/voter';
import type { Answer, Send } from './request';
import { decodeSeatKey, decodeVoterView, type SeatKey } from './voter_wire';

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
}

/** The voter's calls on session `id`. */
export function voterApi(send: Send, id: string): VoterApi {
  const path = `/${id}`;
  return {
    look: () => send({ method: 'GET', path, decode: decodeVoterView }),
    resume: ({ name, key }) =>
      send({ method: 'GET', path: path + asSeat(name), key, decode: decodeVoterView }),
    join: (name) =>
      send({ method: 'PUT', path: `${path}/join`, body: name, decode: decodeSeatKey }),
    leave: ({ name, key }) =>
      send({ method: 'PUT', path: `${path}/leave`, body: name, key, decode: done }),
    vote: ({ name, key }, choice) => {
      const body = JSON.stringify({ Participant: name, Choice: choice });
      return send({ method: 'PUT', path, body, key, decode: done });
    },
  };
}

/** The query that says whose socket or view it is. */
export function asSeat(name: string): string {
  return `?as=${encodeURIComponent(name)}`;
}
