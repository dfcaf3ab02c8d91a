// What the keyboard has is to be seen: on every screen, forwards and backwards.
import { test } from 'node:test';
import { DECKS, openEverything, PEOPLE, SCREENS, seat } from './crowd.mjs';
import { Faults } from './faults.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const STILL = { reducedMotion: 'reduce' };
const MOST_STOPS = 300;

/** Runs in the page: which stop of the keyboard has been reached, and what is wrong with how it shows. */
function lookAtFocus() {
  const LINE = 24;
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return { stop: -1, faults: [] };
  window.stops ??= [];
  if (!window.stops.includes(focused)) window.stops.push(focused);
  const stop = window.stops.indexOf(focused);

  const name = focused.ariaLabel ?? (focused.textContent.trim() || focused.name);
  const called = `${focused.localName} ${name}`;
  const faults = [];
  const hasRing = ({ outlineStyle, outlineWidth }) =>
    outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
  const near = [
    focused,
    focused.closest('label'),
    focused.nextElementSibling,
    focused.parentElement,
  ];
  const ringed = near.find((one) => one !== null && hasRing(getComputedStyle(one)));
  if (ringed === undefined) faults.push(`no focus ring: ${called}`);

  const shown = ringed ?? focused;
  const { left, top, right, bottom, width, height } = shown.getBoundingClientRect();
  if (width >= innerWidth * 0.9 && height >= innerHeight * 0.9)
    faults.push(`a page-wide ring: ${called}`);
  const bars = [...document.querySelectorAll('body *')].filter((one) => {
    const { position, pointerEvents } = getComputedStyle(one);
    const stays = position === 'fixed' || position === 'sticky';
    return stays && pointerEvents !== 'none' && !one.contains(shown);
  });
  const taken = bars
    .map((one) => one.getBoundingClientRect())
    .filter((bar) => bar.left < right && bar.right > left && bar.height < innerHeight)
    .reduce((sum, bar) => sum + bar.height, 0);
  // What is higher than the room for it shows as much as fits, and of a long text a browser shows the line to write on.
  const isText = focused.matches('textarea');
  const isWhole = height <= innerHeight - taken && !isText;
  const inView = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const least = isWhole ? height - 2 : isText ? LINE : (innerHeight - taken) / 2;
  if (inView < least || left < -1 || right > innerWidth + 1) faults.push(`out of sight: ${called}`);
  const hidden = [0.02, 0.25, 0.5, 0.75, 0.98].filter((down) =>
    [0.02, 0.5, 0.98].some((across) => {
      const [x, y] = [left + width * across, top + height * down];
      const topmost = document.elementsFromPoint(x, y)[0];
      return topmost !== undefined && bars.some((bar) => bar.contains(topmost));
    }),
  );
  if (hidden.length > (isWhole ? 0 : 2)) faults.push(`under a bar: ${called}`);
  return { stop, faults };
}

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
