// One session with its people: they play rounds, come and go, and check what everybody hears.

import { isOver, pause, rest, upTo } from './pauses.mjs';
import { positionOf, Receiver } from './receiver.mjs';
import { must } from './rest.mjs';
import { count, fault, now } from './tally.mjs';

export const CHOICES = ['1', '2', '3', '5', '8', '13', '?'];

// A receiver is never further behind than a round's few milestones, or it has been told as lost.
const MILESTONES_KEPT = 12;

// How often somebody who waits for others looks again.
const LOOK_EVERY_MS = 50;

const MOST_TIME_AWAY_MS = 3_000;

/** Nobody waits for a seat that lost its socket so long ago. */
export const ABSENCE_MS = 15_000;
const ABSENCE_PATIENCE_MS = 2_000;

const MANNERS = ['close', 'hangUp', 'reset'];

// How rounds end, out of so many.
const ENDINGS = Object.entries({
  lastVote: 57,
  reset: 10,
  stop: 10,
  dismissal: 10,
  absence: 3,
  clearing: 10,
}).flatMap(([ending, share]) => Array(share).fill(ending));

export function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}

/** Where somebody sits: a seat, or the controller's place, which has no name. */
function placeFor(name, key) {
  return { name, key, receiver: undefined, busy: false };
}

export class Session {
  id;
  position = positionOf(0, 'cleared');
  /** The position that an answered request has brought about: no later snapshot may be older. */
  confirmed = this.position;

  #controller;
  #patience; // for what is late; beyond, it is lost
  #mayWaitForAbsence;
  #seats = [];
  #milestones = [{ position: this.position, since: 0 }];
  #round = 0;
  #votedAt = new Map();
  #votesSent = [];
  #movedAt = new Map();
  #left = false;

  /**
   * With `names` seated and the first `listening` of them, and the controller, connected; gone when
   * nobody has touched it for `idle` ms.
   */
  static async create({ names, listening = names.length, idle }) {
    const session = new Session();
    session.#patience = idle / 2;
    session.#mayWaitForAbsence = idle > ABSENCE_MS + 2 * ABSENCE_PATIENCE_MS;
    const body = JSON.stringify({ Choices: CHOICES, Title: 'Soak' });
    const created = JSON.parse(await must(201, 'POST', '/api/', { body }));
    session.id = created.Id;
    session.#controller = placeFor(undefined, created.ControlKey);
    await session.#connect(session.#controller);
    for (const name of names) {
      const seat = placeFor(name);
      await session.#join(seat);
      session.#seats.push(seat);
      if (session.#seats.length <= listening) await session.#connect(seat);
    }
    return session;
  }

  get controlKey() {
    return this.#controller.key;
  }

  // --- What receivers ask

  milestoneAfter(position) {
    return this.#milestones.find((milestone) => milestone.position > position);
  }

  votedAt(name) {
    return this.#votedAt.get(name);
  }

  /** When the vote was sent that made it so many. */
  votesReached(many) {
    return this.#votesSent[many - 1];
  }

  movedAt(name) {
    return this.#movedAt.get(name);
  }

  names() {
    return this.#seats.map((seat) => seat.name);
  }

  // --- What people do

  /** A round from start to close, votes coming in over `spread` ms. */
  async playRound(spread) {
    await this.#until((receiver) => receiver.isUpToDate());
    for (const receiver of this.#receivers()) receiver.inspect();
    this.#round += 1;
    this.#votedAt.clear();
    this.#votesSent = [];
    this.#announce('open');
    await this.#control('start');

    const { leftOut, close } = this.#pickEnding();
    const voters = this.#seats.filter((seat) => seat !== leftOut);
    const votes = new Map();
    await Promise.all(
      voters.map(async (seat) => {
        await pause(upTo(spread));
        const choice = anyOf(CHOICES);
        votes.set(seat.name, choice);
        this.#votedAt.set(seat.name, now());
        this.#votesSent.push(now());
        // The last one closes the round, unless somebody is still waited for.
        if (votes.size === this.#seats.length) this.#announce('closed', votes);
        const body = JSON.stringify({ Participant: seat.name, Choice: choice });
        await must(202, 'PUT', `/api/${this.id}`, { bearer: seat.key, body });
      }),
    );
    await close(votes);
    this.confirmed = this.position;
    count('rounds');
  }

  /** Somebody goes and comes back, if everybody isn't on the way already. */
  async comeAndGo() {
    const place = anyOf(this.#listening().filter((one) => !one.busy));
    if (!place || this.#left) return;
    place.busy = true;
    place.receiver.leave(anyOf(MANNERS));
    await pause(upTo(MOST_TIME_AWAY_MS));
    await this.#connect(place);
    place.busy = false;
    count('reconnects');
  }

  /** Everybody goes. */
  leave() {
    this.#left = true;
    for (const receiver of this.#receivers()) receiver.leave(anyOf(MANNERS));
  }

  /** Nobody does anything any more, and all wait for the server to say that the session is over. */
  async isOverWithin(ms) {
    const receivers = this.#receivers();
    for (const receiver of receivers) receiver.expectSessionOver();
    const ends = await Promise.all(receivers.map((receiver) => receiver.endsWithin(ms)));
    const late = ends.filter((ended) => !ended).length;
    if (late !== 0 && !isOver()) fault('no expiry', `${late} websockets still open after ${ms} ms`);
  }

  // --- How a round ends

  // Who doesn't vote, if anybody, and what closes the round in place of the last vote, or follows it.
  #pickEnding() {
    const anybody = anyOf(this.#seats);
    const present = anyOf(this.#seats.filter((seat) => seat.receiver && !seat.busy));
    switch (anyOf(ENDINGS)) {
      case 'reset':
        return { leftOut: anybody, close: () => this.#stopEarly('reset') };
      case 'stop':
        return { leftOut: anybody, close: (votes) => this.#stopEarly('stop', votes) };
      case 'dismissal':
        if (!present) break;
        present.busy = true;
        return { leftOut: present, close: (votes) => this.#dismiss(present, votes) };
      case 'absence':
        if (!present || !this.#mayWaitForAbsence) break;
        present.busy = true;
        return { leftOut: present, close: (votes) => this.#missOne(present, votes) };
      case 'clearing':
        return { close: () => this.#clear() };
    }
    return { close: () => undefined };
  }

  async #stopEarly(command, votes) {
    const voted = this.#votesSent.length;
    await this.#until((receiver) => receiver.knowsOf(voted));
    for (const receiver of this.#receivers()) receiver.inspectVotes(voted);
    this.#announce(command === 'stop' ? 'closed' : 'cleared', votes);
    await this.#control(command);
  }

  // Whoever is waited for goes, by themselves or not, which closes the round; and sits down again.
  async #dismiss(seat, votes) {
    this.#announce('closed', votes);
    seat.receiver.expectKick();
    this.#movedAt.set(seat.name, now());
    if (Math.random() < 0.5) {
      await this.#control('kick', 204, seat.name);
    } else {
      await must(204, 'PUT', `/api/${this.id}/leave`, { bearer: seat.key, body: seat.name });
    }
    if (!(await seat.receiver.endsWithin(this.#patience)) && !isOver())
      fault('not closed', 'a websocket of a seat that is gone');
    seat.receiver.leave('hangUp');
    seat.receiver = undefined;
    await this.#join(seat);
    await this.#connect(seat);
    seat.busy = false;
  }

  // Whoever is waited for loses the connection, and some time later isn't waited for any more.
  async #missOne(seat, votes) {
    seat.receiver.leave(anyOf(MANNERS));
    this.#announce('closed', votes, now() + ABSENCE_MS);
    await pause(ABSENCE_MS + ABSENCE_PATIENCE_MS);
    await this.#connect(seat);
    seat.busy = false;
  }

  async #clear() {
    this.#announce('cleared');
    await this.#control('reset');
  }

  // --- Small things

  #listening() {
    return [this.#controller, ...this.#seats].filter((place) => place.receiver);
  }

  #receivers() {
    return this.#listening().map((place) => place.receiver);
  }

  async #until(isFine) {
    const deadline = now() + this.#patience;
    while (now() < deadline && !this.#receivers().every(isFine)) await pause(LOOK_EVERY_MS);
  }

  // This is what everybody has to hear of, from `since` on.
  #announce(stage, votes, since = now()) {
    this.position = positionOf(this.#round, stage);
    this.#milestones.push({ position: this.position, since, votes });
    if (this.#milestones.length > MILESTONES_KEPT) this.#milestones.shift();
  }

  async #control(command, status = 202, body = '') {
    const path = `/api/${this.id}/control/${command}`;
    await must(status, 'PATCH', path, { bearer: this.#controller.key, body });
    if (status === 202) this.confirmed = this.position;
  }

  async #join(seat) {
    this.#movedAt.set(seat.name, now());
    const path = `/api/${this.id}/join`;
    seat.key = JSON.parse(await must(201, 'PUT', path, { body: seat.name })).SeatKey;
  }

  async #connect(place) {
    if (this.#left) return;
    place.receiver = new Receiver(this, place);
    const path =
      place === this.#controller
        ? `/api/${this.id}/control/ws`
        : `/api/${this.id}/ws?as=${encodeURIComponent(place.name)}`;
    await place.receiver.open(path, place.key);
  }
}

/** Rounds, one each `period` ms, until the run is over. */
export async function keepPlaying(session, period) {
  await rest(upTo(period));
  while (!isOver()) {
    const begun = now();
    await session.playRound(period * 0.3);
    await rest(Math.max(0, period - (now() - begun)));
  }
}
