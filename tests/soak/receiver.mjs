// One websocket of a session, and whether it hears all that it has to, in order and in time.

import { isOver, promised, within } from './pauses.mjs';
import { count, fault, now, took } from './tally.mjs';
import { openWebsocket } from './websocket.mjs';

const SNAPSHOT_PATIENCE_MS = 5_000;

// A time that the server waits for is not measured on the same clock.
const MOST_EARLY_MS = 100;

const KICKED = 4001;
const SESSION_OVER = 4004;

// How far a session has come, as one number that only grows: its rounds, and each round's stages.
const STAGE = { open: 0, closed: 1, cleared: 2 };
const STAGES = Object.keys(STAGE).length;

export function positionOf(round, stage) {
  return round * STAGES + STAGE[stage];
}

function positionOfView(view) {
  if (view.Open) return positionOf(view.Round, 'open');
  const anything = Object.keys(view.Votes).length !== 0;
  return positionOf(view.Round, anything ? 'closed' : 'cleared');
}

function sameEntries(object, map) {
  const keys = Object.keys(object);
  return keys.length === map.size && keys.every((key) => object[key] === map.get(key));
}

/**
 * Follows a session's log of milestones: each `enabled`, `disabled` and `reset` has to be the next one
 * after the last; the first comes after what the snapshot shows.
 */
export class Receiver {
  ready = false;
  position = -1;

  #session;
  #isController;
  #websocket;
  #voted = new Set(); // names, as a controller knows them
  #progress = 0; // how many have voted, as a voter knows it
  #roster = new Set();
  #seq = 0;
  #snapshotSeq = 0;
  #kindsOfSeq = new Set();
  #snapshot = promised();
  #end = promised();
  #begun;
  #atLeast;
  #leaving = false;
  #expectedEnd;

  constructor(session, place) {
    this.#session = session;
    this.#isController = place.name === undefined;
  }

  /** Returns with the snapshot. */
  async open(path, key) {
    this.#begun = now();
    this.#atLeast = this.#session.confirmed;
    this.#websocket = await openWebsocket(path, {
      bearer: key,
      onText: (text) => this.#take(text),
      onEnd: (code) => this.#takeEnd(code),
    });
    if (this.#leaving) return this.#websocket.hangUp(); // has left while it came
    await within(SNAPSHOT_PATIENCE_MS, this.#snapshot.told);
    if (!this.ready && !this.#leaving && !isOver()) this.#fault('no snapshot');
  }

  /** `manner` is one of Websocket's: close, hangUp or reset. */
  leave(manner) {
    this.#leaving = true;
    this.ready = false;
    this.#websocket?.[manner]();
  }

  expectKick() {
    this.ready = false;
    this.#expectedEnd = { code: KICKED, since: now(), kicked: false };
  }

  expectSessionOver() {
    this.#expectedEnd = { code: SESSION_OVER, since: now() };
  }

  /** Whether the server has closed it within that time. */
  async endsWithin(ms) {
    return (await within(ms, this.#end.told)) === true;
  }

  /** Whether it has heard of all that was announced. */
  isUpToDate() {
    return !this.ready || (this.position === this.#session.position && this.#knowsEverybody());
  }

  /** What has not come by now never will. */
  inspect() {
    if (this.isUpToDate()) return;
    if (this.#knowsEverybody())
      this.#fault('lost', `at ${this.position} in place of ${this.#session.position}`);
    else this.#fault('lost', `participants-change: ${this.#roster.size} participants`);
  }

  /** Whether it knows that so many have voted. */
  knowsOf(votes) {
    return !this.ready || this.#votesKnown() === votes;
  }

  inspectVotes(votes) {
    if (this.knowsOf(votes)) return;
    const kind = this.#isController ? 'vote' : 'progress';
    this.#fault('lost', `${kind}: ${this.#votesKnown()} of ${votes}`);
  }

  #votesKnown() {
    return this.#isController ? this.#voted.size : this.#progress;
  }

  #knowsEverybody() {
    return !this.#isController || sameNames(this.#roster, this.#session.names());
  }

  #take(text) {
    let event;
    try {
      event = JSON.parse(text);
    } catch {
      this.#fault('bad event', text.slice(0, 80));
      return;
    }
    count('events');
    const { Kind: kind, Data: data, Seq: seq } = event;
    if (kind === 'beat') return; // of no session, so it has no place in its order
    if (!this.ready && this.#snapshotSeq === 0 && kind !== 'snapshot')
      this.#fault('out of order', `${kind} before the snapshot`);
    this.#checkSeq(kind, seq);
    switch (kind) {
      case 'snapshot':
        return this.#takeSnapshot(data, seq);
      case 'enabled':
        this.#voted.clear();
        this.#progress = 0;
        return this.#advance(kind, positionOf(data.Round, 'open'));
      case 'disabled':
        return this.#takeResult(data);
      case 'reset':
        return this.#advance(kind, this.#withStage('cleared'));
      case 'vote':
        return this.#takeVotes(data);
      case 'progress':
        return this.#takeProgress(data);
      case 'participants-change':
        return this.#takeParticipants(data);
      case 'seats':
        return this.#takeSeats(data);
      case 'kicked':
        if (this.#expectedEnd?.code === KICKED) this.#expectedEnd.kicked = true;
        else this.#fault('unexpected', 'kicked');
        return undefined;
      case 'undo': // after a kick or a reset
        if (!this.#isController) this.#fault('unexpected', kind);
        return undefined;
      case 'you': // after a vote or a start, its own
        if (this.#isController) this.#fault('unexpected', kind);
        return undefined;
      default:
        return this.#fault('unexpected', String(kind));
    }
  }

  // One change of the session may give several events, of several kinds. Progress and seats are held back to
  // spare the readers, so they alone may be as old as what came, or older.
  #checkSeq(kind, seq) {
    if (!Number.isSafeInteger(seq) || seq < 1) return this.#fault('bad event', `${kind} ${seq}`);
    const isPaced = kind === 'progress' || kind === 'seats';
    if (seq < this.#seq || (!isPaced && seq <= this.#snapshotSeq)) {
      if (isPaced) return count('older progress');
      return this.#fault('out of order', `${kind} ${seq} after ${this.#seq}`);
    }
    if (seq > this.#seq) this.#kindsOfSeq.clear();
    else if (this.#kindsOfSeq.has(kind)) return this.#fault('twice', `${kind} ${seq}`);
    this.#seq = seq;
    this.#kindsOfSeq.add(kind);
    return undefined;
  }

  /** Who sits there, and never what they voted. */
  #takeSeats({ Seats: seats = [] }) {
    if (this.#isController) this.#fault('unexpected', 'seats');
    const isPlain = (seat) => Object.keys(seat).join() === 'Seat,Name,State';
    if (!seats.every(isPlain)) this.#fault('bad event', `seats ${JSON.stringify(seats)}`);
  }

  #takeSnapshot(view, seq) {
    if (this.#snapshotSeq !== 0) this.#fault('twice', 'snapshot');
    this.#snapshotSeq = seq;
    this.position = positionOfView(view);
    if (this.position < this.#atLeast || this.position > this.#session.position)
      this.#fault('bad snapshot', `at ${this.position}, not ${this.#atLeast} or later`);
    if (this.#isController) {
      this.#voted = new Set(Object.keys(view.Votes));
      this.#roster = new Set(view.Participants);
    } else {
      this.#progress = view.Voted;
    }
    took('snapshot', now() - this.#begun);
    this.ready = !this.#leaving && this.#expectedEnd === undefined;
    this.#snapshot.tell();
  }

  #withStage(stage) {
    return positionOf(Math.floor(this.position / STAGES), stage);
  }

  #advance(kind, position) {
    const due = this.#session.milestoneAfter(this.position);
    if (due?.position === position && now() > due.since - MOST_EARLY_MS)
      took(kind, now() - due.since);
    else this.#fault('out of order', `${kind} at ${this.position}, due: ${due?.position}`);
    this.position = position;
    return due;
  }

  #takeResult(data) {
    const due = this.#advance('disabled', this.#withStage('closed'));
    if (due?.votes === undefined) return;
    if (!sameEntries(data.Votes, due.votes)) this.#fault('bad event', 'disabled with other votes');
    if (this.#isController && this.#voted.size !== due.votes.size)
      this.#fault('lost', `vote: ${this.#voted.size} of ${due.votes.size} before the close`);
  }

  #takeVotes({ Votes: votes }) {
    const names = Object.keys(votes);
    for (const name of names) {
      if (votes[name] !== '*') this.#fault('bad event', 'a vote in the open');
      if (!this.#voted.has(name)) took('vote', now() - this.#session.votedAt(name));
    }
    this.#voted = new Set(names);
  }

  #takeProgress({ Voted: voted }) {
    if (this.position % STAGES !== STAGE.open)
      this.#fault('out of order', 'progress after the close');
    if (voted > this.#progress) took('progress', now() - this.#session.votesReached(voted));
    this.#progress = voted;
  }

  #takeParticipants({ Participants: names }) {
    const roster = new Set(names);
    for (const name of new Set([...roster, ...this.#roster])) {
      if (roster.has(name) !== this.#roster.has(name))
        took('participants-change', now() - this.#session.movedAt(name));
    }
    this.#roster = roster;
  }

  #takeEnd(code) {
    this.ready = false;
    this.#end.tell(true);
    if (this.#leaving || isOver()) return;
    const { code: expected, since, kicked } = this.#expectedEnd ?? {};
    if (code !== expected || expected === undefined) {
      this.#fault('dropped', `with ${code} in place of ${expected}`);
    } else if (expected === KICKED) {
      if (!kicked) this.#fault('lost', 'kicked');
      took('kicked', now() - since);
    }
  }

  #fault(kind, detail = '') {
    fault(kind, `${this.#isController ? 'controller' : 'voter'}: ${detail}`);
  }
}

function sameNames(set, names) {
  return set.size === names.length && names.every((name) => set.has(name));
}
