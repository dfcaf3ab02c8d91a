// What the keyboard has is to be seen: on every screen, forwards and backwards.
import { test } from 'node:test';
import { DECKS, openEverything, PEOPLE, SCREENS, seat } from './crowd.mjs';
import { Faults } from './faults.mjs';
import { lookAtFocus } from './focus.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const STILL = { reducedMotion: 'reduce' };
const MOST_STOPS = 300;

/** Goes through `page` by `key` until it comes round. */
async function walk(page, key, state, faults) {
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    const been = new Set();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press(key);
      const { stop, faults: found } = await page.evaluate(lookAtFocus);
      faults.add(found, state, `${width}×${height} ${key}`);
      if (been.has(stop)) break;
      been.add(stop);
    }
    if (been.size < 3) faults.add([`only ${been.size} stops`], state, `${width}×${height} ${key}`);
  }
}

async function walkBothWays(person, state, faults) {
  await walk(person.page, 'Tab', state, faults);
  await walk(person.page, 'Shift+Tab', state, faults);
}

test('what has the focus is never hidden, and has a ring of its size', async () => {
  const server = await serve();
  const faults = new Faults();
  const home = await arrive(server.url, STILL);
  await home.page.getByRole('button', { name: 'Fibonacci', exact: true }).waitFor();
  await openEverything(home.page);
  await walkBothWays(home, 'home', faults);
  await home.leave();

  const [own, ...names] = PEOPLE['six people'];
  const session = await seat(server.url, { choices: DECKS['fifteen cards'], names });
  const ana = await arrive(session.link, STILL);
  await ana.page.getByLabel('Your name').waitFor();
  await walkBothWays(ana, 'the join form', faults);
  await ana.join(own);
  const host = await arrive(session.controlLink, STILL);
  await host.sees('Begin voting');
  await walkBothWays(host, 'before a vote, for the host', faults);

  await session.control('start', { Seconds: 300 });
  await ana.sees('Pick a card');
  await openEverything(ana.page);
  await walkBothWays(ana, 'open', faults);
  for (const name of names) await session.vote(name, '5');
  await session.control('stop');
  for (const person of [ana, host]) await person.page.locator('dl').first().waitFor();
  await walkBothWays(ana, 'result', faults);
  await session.topics(Array.from({ length: 12 }, (_, at) => `Topic ${at}`));
  await openEverything(host.page);
  await walkBothWays(host, 'result and all lists open, for the host', faults);
  faults.areNone();
});
