// A process of the load: people who use the program as it is meant to be used.
import { guarded, runMember, tellReady } from './member.mjs';
import { isOver, rest, upTo } from './pauses.mjs';
import { call } from './rest.mjs';
import { ABSENCE_MS, keepPlaying, Session } from './session.mjs';
import { count, fault } from './tally.mjs';
import { task } from './task.mjs';

const { sessions, period, idle, passingPerSecond, fewestVoters, mostVoters } = task;

// How many are built up at once.
const LANES = 4;

// How many rounds somebody of a session stays, on average, before anybody goes.
const TIME_HERE = 3;

// Beside the time until an absence: looking at the seat then is the last touch of its session.
const EXPIRY_PATIENCE_MS = 3_000;

function namesOf(many) {
  return Array.from({ length: many }, (_, i) => `Voter ${i + 1}`);
}

async function keepComingAndGoing(session) {
  for (;;) {
    await rest(upTo(2 * TIME_HERE * period));
    if (isOver()) return;
    await session.comeAndGo();
  }
}

// A session that is left after its round: with everybody gone, or with the pages still open.
async function passThrough() {
  const session = await Session.create({ names: namesOf(2), idle });
  count('passing sessions');
  await session.playRound(period * 0.1);
  if (Math.random() < 0.5) {
    session.leave();
    await rest(idle + ABSENCE_MS + EXPIRY_PATIENCE_MS);
  } else {
    await session.isOverWithin(idle + ABSENCE_MS + EXPIRY_PATIENCE_MS);
    session.leave();
  }
  if (isOver()) return;
  const { status } = await call('GET', `/api/${session.id}`);
  if (status !== 404) fault('no expiry', `an abandoned session still answers ${status}`);
}

async function keepPassing() {
  const visits = new Set();
  for (;;) {
    await rest(upTo(2_000 / passingPerSecond));
    if (isOver()) break;
    const visit = guarded(passThrough).finally(() => visits.delete(visit));
    visits.add(visit);
  }
  await Promise.all(visits);
}

async function live(session) {
  const comingAndGoing = guarded(() => keepComingAndGoing(session));
  await guarded(() => keepPlaying(session, period));
  session.leave();
  await comingAndGoing;
}

/** Each plays as soon as it is there: those that wait for the last would expire. */
async function buildUp() {
  const lives = [];
  const ids = [];
  let next = 0;
  const lane = async () => {
    while (next < sessions && !isOver()) {
      const voters = fewestVoters + (next++ % (mostVoters - fewestVoters + 1));
      await guarded(async () => {
        const session = await Session.create({ names: namesOf(voters), idle });
        ids.push(session.id);
        lives.push(live(session));
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { ids, lives };
}

await runMember(async () => {
  const { ids, lives } = await buildUp();
  tellReady({ ids });
  await Promise.all([...lives, guarded(keepPassing)]);
});
