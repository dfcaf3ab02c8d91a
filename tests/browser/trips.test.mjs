// How many round trips people wait for, on a line to a server far away. Prints what it has taken.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { distantLine } from './distant_line.mjs';
import { openBrowser } from './people.mjs';
import { startServer } from './server.mjs';

const CARDS = ['1', '2', '3', '5', '8', '13', '?'];
/** What each of them waits for. */
const JOIN_FORM = '.join-form input';
const USABLE_CARD = '.cards .card[aria-disabled=false]';
const MAIN_BUTTON = '.main-button';

let browser;
let server;
const lines = [];

before(async () => {
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  for (const line of lines) line.close();
  await server?.kill();
});

/** Runs in the page, before anything of it does: notes when `selector` is there first. */
function noteWhen(selector) {
  const look = () => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    globalThis.seenAt = performance.timeOrigin + performance.now();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** A visit of somebody with a browser in the state of `context` to `path`, until `selector` is there. */
async function visit(context, line, path, selector) {
  line.reset();
  const page = await context.newPage();
  await page.addInitScript(noteWhen, selector);
  await page.goto(line.url + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.seenAt !== undefined);
  const seenAt = await page.evaluate(() => globalThis.seenAt);
  return { page, took: line.until(seenAt) };
}

function say(who, { trips, bytes, connections }) {
  console.log(`${who}: ${trips} trips, ${bytes} bytes, ${connections} connections`);
}

/** A session that is open for votes, its path and the key that leads it. */
async function openSession() {
  const home = new URL(server.url).origin;
  const made = await fetch(`${home}/api/`, {
    method: 'POST',
    body: JSON.stringify({ Choices: CARDS, Title: 'Sprint 12' }),
  });
  const { ControlKey: key } = await made.json();
  const path = made.headers.get('Location');
  await fetch(`${home}/api${path}/control/start`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${key}` },
  });
  return { path, key };
}

/** The same device with nothing in its cache. */
async function withColdCache(context) {
  const storageState = await context.storageState();
  return browser.newContext({ storageState });
}

for (const [name, hasTls, most] of [
  ['plain HTTP', false, 4],
  ['TLS', true, 6],
]) {
  describe(`over ${name}`, () => {
    let line;
    before(async () => {
      line = await distantLine(server.port, { hasTls });
      lines.push(line);
    });

    test(`a stranger sees the join form after ${most} round trips`, async () => {
      const { path } = await openSession();
      const context = await browser.newContext();
      const cold = await visit(context, line, path, JOIN_FORM);
      say(`stranger, ${name}, cold`, cold.took);
      await cold.page.waitForLoadState('networkidle');
      const warm = await visit(context, line, path, JOIN_FORM);
      say(`stranger, ${name}, warm`, warm.took);
      assert.ok(cold.took.trips <= most);
      assert.ok(warm.took.trips <= most - 2);
      await context.close();
    });

    test(`a voter who comes back can vote after ${most} round trips`, async () => {
      const { path } = await openSession();
      const context = await browser.newContext();
      const { page } = await visit(context, line, path, JOIN_FORM);
      await page.getByLabel('Your name').fill('Ana');
      await page.getByLabel('Your name').press('Enter');
      await page.getByText('Live').waitFor();
      await page.waitForLoadState('networkidle');
      await page.close();

      const fresh = await withColdCache(context);
      const cold = await visit(fresh, line, path, USABLE_CARD);
      say(`returning voter, ${name}, cold`, cold.took);
      await fresh.close();

      const warm = await visit(context, line, path, USABLE_CARD);
      say(`returning voter, ${name}, warm`, warm.took);
      await warm.page.getByRole('button', { name: '5', exact: true }).click();
      // Nobody else is waited for.
      await warm.page.getByRole('heading', { name: 'Result' }).waitFor();
      await warm.page.locator('.bar', { hasText: 'Ana' }).waitFor();
      assert.ok(warm.took.trips <= most);
      await context.close();
    });

    test('what a host waits for is counted', async () => {
      const { path, key } = await openSession();
      const context = await browser.newContext();
      const cold = await visit(context, line, `${path}/control#${key}`, MAIN_BUTTON);
      say(`host, ${name}, cold`, cold.took);
      await cold.page.getByText('Live').waitFor();
      await cold.page.waitForLoadState('networkidle');
      await cold.page.close();
      const warm = await visit(context, line, `${path}/control`, MAIN_BUTTON);
      say(`host, ${name}, warm`, warm.took);
      assert.ok(warm.took.trips < cold.took.trips);
      await context.close();
    });
  });
}
