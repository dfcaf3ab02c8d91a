import type { VoterSnapshot } from '../model/voter';
import { decodeControlKey } from './control_wire';
import type { Answer, Ask, Send } from './request';
import { decodeName, decodeSeatKey, decodeVoterView, type SeatKey } from './voter_wire';

const done = () => true as const;

/** What a voter may ask of one session. */
export interface VoterApi {
  /** The session as a stranger sees it. */
  look(): Promise<Answer<VoterSnapshot>>;
  /** The session as the seat sees it, with its own vote; sets the seat's cookie anew. */
  resume(seat: SeatKey): Promise<Answer<VoterSnapshot>>;
  /** The same by that cookie alone, as a websocket shows it: refused where the browser does not keep it. */
  resumeByCookie(seat: SeatKey): Promise<Answer<VoterSnapshot>>;
  /** Takes a seat; who holds it already (a cookie tells) just keeps it. */
  join(name: string): Promise<Answer<SeatKey>>;
  leave(seat: SeatKey): Promise<Answer<true>>;
  /** Votes in `round`, the one that the reader sees: a server that knows of another refuses it with 409. */
  vote(seat: SeatKey, choice: string, round: number): Promise<Answer<true>>;
  /** Another name for the same seat, as the server will have it. */
  rename(seat: SeatKey, name: string): Promise<Answer<string>>;
  /** Says that the seat has a question in the open round, or that it is settled. */
  raise(seat: SeatKey, isRaised: boolean): Promise<Answer<true>>;
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
  const request = '/control-request';
  const toView = (body: unknown) => decodeVoterView(body, now());
  /** Asks as a seat. */
  const ask = <T>(
    method: Ask<T>['method'],
    what: string,
    seat: SeatKey,
    body: string | undefined,
    decode: Ask<T>['decode'],
  ) => send({ method, path: path + what + asSeat(seat), body, key: seat.key, decode });
  const change = (seat: SeatKey, value: object) =>
    JSON.stringify({ Participant: seat.name, ...value });
  return {
    look: () => send({ method: 'GET', path, decode: toView }),
    resume: (seat) => ask('GET', '', seat, undefined, toView),
    resumeByCookie: (seat) => send({ method: 'GET', path: path + asSeat(seat), decode: toView }),
    join: (name) =>
      send({ method: 'PUT', path: `${path}/join`, body: name, decode: decodeSeatKey }),
    leave: (seat) => ask('PUT', '/leave', seat, seat.name, done),
    vote: (seat, choice, round) =>
      ask('PUT', '', seat, change(seat, { Choice: choice, Round: round }), done),
    rename: (seat, to) => ask('PUT', '/rename', seat, change(seat, { Name: to }), decodeName),
    raise: (seat, isRaised) =>
      ask('PUT', '/question', seat, change(seat, { Raised: isRaised }), done),
    requestControl: (seat) => ask('PUT', request, seat, seat.name, done),
    objectToRequest: (seat) => ask('DELETE', request, seat, undefined, done),
    takeControl: (seat) => ask('POST', `${request}/key`, seat, seat.name, decodeControlKey),
  };
}

/** The query that says whose socket, view or change it is: by number, or by name as long as that is not known. */
export function asSeat({ name, number }: SeatKey): string {
  return `?as=${encodeURIComponent(name)}${number === undefined ? '' : `&seat=${number}`}`;
}
