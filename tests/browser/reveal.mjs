// A moving picture of the moment when the cards turn: the page's own animations, frame by frame, so that it is as smooth on a
// slow machine, and the same each time.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seat } from './crowd.mjs';
import { Person } from './people.mjs';

const run = promisify(execFile);

const SCREEN = { viewport: { width: 1000, height: 620 } };
/** Until the page's clock stands: what the last vote but one has moved is over by then. */
const PAUSE_MS = 3000;
const FIRST_MS = 900;
const FRAME_MS = 40;
const MOVES_MS = 2400;
const LAST_MS = 2500;
const MOST_BYTES = 1_500_000;

const VOTES = { Ana: '5', Béla: '5', 'Zoé 🦊': '5', Dani: '5', Eszter: '5', Ferenc: '5' };

/** Runs in the page before anything of it does: chance is the same each time. */
function repeatChance() {
  let last = 7;
  Math.random = () => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}

/** Runs in the page: everything that moves stands where it is at `ms`; what is new begins there. */
function holdAt(ms) {
  window.begun ??= new Map();
  for (const animation of document.getAnimations()) {
    if (!window.begun.has(animation)) window.begun.set(animation, ms);
    animation.pause();
    animation.currentTime = ms - window.begun.get(animation);
  }
}

/** Runs in the page, too: what moves has come to its end, if it has one. */
function endMotion() {
  for (const animation of document.getAnimations()) {
    if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
  }
}

/** Films a reveal on a control page of `server` and writes it to `file`, an animated WebP. */
export async function filmReveal(browser, server, file) {
  const folder = await mkdtemp(join(tmpdir(), 'pajthy-reveal-'));
  try {
    const frames = await shoot(browser, server, folder);
    const args = frames.flatMap(({ path, ms }) => ['-d', String(ms), path]);
    await run('img2webp', ['-loop', '0', '-lossy', '-q', '82', '-m', '4', ...args, '-o', file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { size } = await stat(file);
  assert.ok(size <= MOST_BYTES, `${file} has ${size} bytes, of ${MOST_BYTES}`);
}

async function shoot(browser, server, folder) {
  const names = Object.keys(VOTES);
  const choices = ['1', '2', '3', '5', '8', '13', '?'];
  const session = await seat(server.url, { choices, names, Title: 'Sprint 12' });
  const host = await Person.arrive(browser, 'about:blank', SCREEN);
  await host.context.addInitScript(repeatChance);
  const { page } = host;
  await page.clock.install();
  await page.goto(session.controlLink);
  await host.sees('Ferenc');
  await session.control('start', { Topic: 'Login with a passkey' });
  for (const name of names.slice(0, -1)) await session.vote(name, VOTES[name]);
  await host.sees(/5 of 6 have voted/);

  const frames = [];
  const shot = async (ms) => {
    const path = join(folder, `${frames.length}.png`);
    await page.screenshot({ path });
    frames.push({ path, ms });
  };
  // Whatever begins to move from now on waits at its start.
  const clock = await host.context.newCDPSession(page);
  await clock.send('Animation.enable');
  await clock.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.clock.pauseAt(Date.now() + PAUSE_MS);
  await page.evaluate(endMotion);
  await page.evaluate(holdAt, 0);
  await shot(FIRST_MS);
  await session.vote(names.at(-1), VOTES[names.at(-1)]);
  await page.locator('dl').first().waitFor({ state: 'attached' });
  for (let ms = 0; ms <= MOVES_MS; ms += FRAME_MS) {
    await page.clock.runFor(ms === 0 ? 0 : FRAME_MS);
    await page.evaluate(holdAt, ms);
    await shot(ms + FRAME_MS > MOVES_MS ? LAST_MS : FRAME_MS);
  }
  await host.leave();
  return frames;
}
