// A process of the load: those who break off, break rules, and never read.
import { frameOf, OPCODE } from '../support/websocket.mjs';
import { guarded, runMember, tellReady } from './member.mjs';
import { isOver, rest, upTo } from './pauses.mjs';
import { anyOf, keepPlaying, Session } from './session.mjs';
import { count, fault, now, took } from './tally.mjs';
import { task } from './task.mjs';
import { VISITS } from './visits.mjs';
import { openWebsocket } from './websocket.mjs';

const { ids, idle, crowds, stalledEach, visitsPerSecond } = task;

// Between a socket that isn't read and the outbox lie some MiB in the kernel. A session of many long
// names, whose every vote is an event of all of them, fills that within seconds.
const CROWD = 100;
const CROWD_PERIOD_MS = 3_000;
const CROWD_LISTENING = 4;

// What stalls is cut when the kernel has taken all it takes and --outbox-age (10 s) or another limit of
// the outbox has passed; --dead-timeout never comes to it, because the client keeps talking.
const MOST_STALLED_MS = 90_000;
const TALK_EVERY_MS = 1_000;

function longNames(many) {
  return Array.from({ length: many }, (_, i) => `${'\u{1F98A}'.repeat(60)} ${i}`);
}

async function keepVisiting() {
  const visits = new Set();
  for (;;) {
    await rest(upTo(2_000 / visitsPerSecond));
    if (isOver()) break;
    const [name, visitor] = anyOf(VISITS);
    const visit = visitor(anyOf(ids))
      .then(
        () => count('bad visits'),
        (error) => fault(`bad visit ${name}`, error.message),
      )
      .finally(() => visits.delete(visit));
    visits.add(visit);
  }
  await Promise.all(visits);
}

/** Never reads again. Pongs that nobody asked for keep it alive, and tell when it has been cut. */
async function stall(session) {
  let cut = false;
  const websocket = await openWebsocket(`/api/${session.id}/control/ws`, {
    bearer: session.controlKey,
    onEnd: () => {
      cut = true;
    },
  });
  websocket.stall();
  const begun = now();
  while (!cut && !isOver()) {
    await rest(TALK_EVERY_MS);
    websocket.write(frameOf(OPCODE.pong));
    if (!cut && now() - begun > MOST_STALLED_MS) {
      fault('not cut', `a client that has not read for ${MOST_STALLED_MS / 1000} s`);
      break;
    }
  }
  websocket.hangUp();
  if (cut) took('cut', now() - begun);
}

async function keepStalling(session) {
  for (;;) {
    await rest(upTo(CROWD_PERIOD_MS));
    if (isOver()) return;
    await stall(session);
  }
}

async function crowd() {
  const names = longNames(CROWD);
  const session = await Session.create({ names, listening: CROWD_LISTENING, idle });
  const stalling = Array.from({ length: stalledEach }, () => keepStalling(session));
  await Promise.all([keepPlaying(session, CROWD_PERIOD_MS), ...stalling]);
  session.leave();
}

await runMember(async () => {
  tellReady();
  await Promise.all([keepVisiting(), ...Array.from({ length: crowds }, () => guarded(crowd))]);
});
