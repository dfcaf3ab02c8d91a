// A page in another language has room for longer words and may run from right to left, and nothing of it stays English.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openEverything, seat } from './crowd.mjs';
import { Faults } from './faults.mjs';
import { findOverlaps } from './overlaps.mjs';
import { buildPseudo, findEnglish, removePseudo, speak } from './pseudo.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const STILL = { reducedMotion: 'reduce' };
const SCREENS = [
  [360, 640],
  [740, 340],
  [820, 1180],
  [1366, 657],
];
const CHOICES = ['1', '2', '3', '5', '8', '13', '?'];
const NAMES = ['Béla', 'Cili', 'Dani', 'Edit'];
/** What people say, and what the browser writes of numbers, times and lists. */
const KNOWN = ['Ana', ...NAMES, 'Login', 'Export', 'XXL', 'Sprint', 'and', 'min', 'sec', 'minute', 'minutes', 'seconds'];

let folder;
before(async () => {
  folder = await buildPseudo();
});
after(() => removePseudo(folder));

/** Looks at `page` on each screen. */
async function look({ page }, tag, state, faults) {
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    faults.add(await page.evaluate(findOverlaps), state, `${width}×${height}`);
  }
  if (tag === 'en-XA') faults.add(await page.evaluate(findEnglish, KNOWN), state, 'English');
}

for (const [tag, direction] of Object.entries({ 'en-XA': 'ltr', 'ar-XB': 'rtl' })) {
  test(`a session is played in ${tag}`, async () => {
    const server = await serve();
    const faults = new Faults();
    const see = (person, state) => look(person, tag, state, faults);
    const session = await seat(server.url, { choices: CHOICES, names: [], Title: 'Sprint 12' });
    const [home, host, ana] = [
      await arrive(server.url, STILL),
      await arrive(session.controlLink, STILL),
      await arrive(session.link, STILL),
    ];
    await host.sees('Begin voting');
    for (const person of [home, host, ana]) {
      await speak(person, folder, tag);
      assert.equal(await person.page.locator('html').getAttribute('lang'), tag);
      assert.equal(await person.page.locator('html').getAttribute('dir'), direction);
    }

    await home.page.locator('.decks button').first().waitFor();
    await see(home, 'home');
    await openEverything(home.page);
    await home.page.locator('.options').first().waitFor();
    await see(home, 'home, all of it open');

    await host.page.locator('.invitation').waitFor();
    await see(host, 'an empty room');
    await see(ana, 'the join form');
    await ana.page.locator('input[name=name]').fill('Ana');
    await ana.page.locator('input[name=name]').press('Enter');
    await ana.page.locator('.cards').waitFor();
    await see(ana, 'cards at rest');
    for (const name of NAMES) await session.join(name);

    await session.topics(['Login', 'Export']);
    await session.control('start', { Topic: 'Login', Seconds: 300 });
    await ana.card('5').click();
    await ana.page.locator('.card[aria-pressed=true]').waitFor();
    await session.vote('Béla', '1');
    await see(ana, 'voted');
    await see(host, 'open, for the host');
    await openEverything(ana.page);
    await see(ana, 'open, and what else there is');
    await session.control('stop');
    for (const person of [ana, host]) await person.page.locator('dl').first().waitFor();
    await see(ana, 'result');
    await see(host, 'result, for the host');
    await openEverything(host.page);
    await see(host, 'all lists open, for the host');

    await host.page.keyboard.press('Escape');
    await host.page.locator('.desk').focus();
    for (const key of ['?', 'i']) {
      await host.page.keyboard.press(key);
      await host.page.locator('dialog[open]').waitFor();
      await see(host, `what ${key} opens`);
      await host.page.keyboard.press('Escape');
      await host.page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await session.control('reset');
    await host.page.locator('.undo-what').waitFor();
    await see(host, 'undo');

    await session.kick('Ana');
    await ana.page.locator('.join').waitFor();
    await see(ana, 'removed');
    faults.areNone();
    for (const person of [home, host, ana]) await person.isCalm();
  });
}
