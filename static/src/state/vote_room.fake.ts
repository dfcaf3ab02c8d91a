import { vi } from 'vitest';
import { type Fake, fakeVoterApi, good } from '../api/api.fake';
import { type Device, deviceFrom } from '../api/device';
import type { PageView } from '../api/page_view';
import type { Answer } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import { FakeWorld, settle } from '../api/world.fake';
import { voterView } from '../model/view.fake';
import type { VoterFact } from './news';
import { VoteRoom } from './vote_room';

export const place = { base: '/x', id: 'abc' };

/** A seat as it was taken, and as it is known once the server has told of it. */
export const ana: SeatKey = { name: 'Ana', key: 'secret' };
export const known: SeatKey = { ...ana, number: 3 };

/** An open table, as the model has it and on the wire; and what Ana is told of herself. */
export const open = voterView({
  title: 'Sprint 12',
  choices: ['1', '5', '8'],
  open: true,
  round: 1,
  progress: { voted: 0, of: 2, waiting: ['Ana', 'Béla'] },
});
export const OPEN = {
  Title: 'Sprint 12',
  Choices: ['1', '5', '8'],
  Open: true,
  Round: 1,
  Voted: 0,
  Of: 2,
};
export const ANA = { Seat: 3, Name: 'Ana', Own: null };

/** The table as Ana sees it when she has chosen `own`, by whatever name she goes. */
export const openFor = (own?: string, name = 'Ana') => ({ ...open, you: { seat: 3, name, own } });

export let world: FakeWorld;
export let device: Device;
export let room: VoteRoom;
export let api: Fake<VoterApi>;

/** By number, where that is known. */
const socketUrl = (seat?: SeatKey) => `ws:${seat?.number ?? seat?.name}`;

/** Another page in the same tab, which may have come with the session. */
export const anotherRoom = (pageView?: PageView) =>
  new VoteRoom({ place, api, device, world, socketUrl, pageView });

/** A room on a fresh device, before each test. */
export function setUpRoom(): void {
  localStorage.clear();
  sessionStorage.clear();
  world = new FakeWorld();
  device = deviceFrom(localStorage, sessionStorage);
  api = fakeVoterApi();
  api.look.mockResolvedValue(good(open));
  api.resume.mockResolvedValue(good(openFor()));
  api.join.mockResolvedValue(good(ana));
  room = anotherRoom();
}

/** Ana has her seat, and the table is open, at version `seq`. */
export async function seated(view: object = {}, seq = 1): Promise<void> {
  device.keepSeat(place, ana);
  room.start();
  await settle();
  world.line.accept().send('snapshot', seq, { ...OPEN, ...ANA, ...view });
}

/** The next round, and time enough to look at it. */
export function nextRound(seq: number): void {
  world.line.send('enabled', seq, { Open: true, Round: 2, Voted: 0, Of: 2 });
  world.pass(400);
}

/** A vote whose answer the test gives when it likes. */
export function heldVote() {
  let give: (answer: Answer<true>) => void = () => {};
  api.vote.mockReturnValueOnce(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  return async (answer: Answer<true>) => {
    give(answer);
    await settle();
  };
}

/** What was told last. */
export const told = (): VoterFact | undefined => room.news.last.value?.fact;

/** Hears of what is told from now on. */
export function listener() {
  const heard = vi.fn<(fact: VoterFact | undefined) => void>();
  room.news.last.subscribe((last) => heard(last?.fact));
  heard.mockClear();
  return heard;
}
