// Nothing lies over anything else, on no screen, however many cards there are and however large the reader's text is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOverlaps } from './overlaps.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

/** Width and height; a desk of 1280×900 at 200 % and 400 % is one of 640 and of 320. */
const SCREENS = [
  [360, 640],
  [390, 844],
  [740, 340],
  [820, 1180],
  [1024, 640],
  [1366, 657],
  [1440, 900],
  [1920, 1080],
  [640, 450],
  [320, 225],
];

const TEXT_SIZES = ['100%', '200%'];

const DECKS = {
  'three cards': ['🔴', '🟡', '🟢'],
  'seven cards': ['1', '2', '3', '5', '8', '13', '?'],
  'fifteen cards': '0 ½ 1 2 3 5 8 13 20 40 100 200 ? ☕ ∞'.split(' '),
  'cards with words': [
    'Not at all',
    'Rather not, but who knows really',
    'I do not know',
    'Yes',
    'Supercalifragilisticexpialidocious',
    'Absolutely yes',
  ],
};

const TOPIC = 'PAJ-12 Login with a passkey for everybody who has lost their telephone';

const NAMES = ['Béla', 'Bartholomew the Third of the seven hills', 'Zoé 🦊', 'Dani', 'Eszter'];

function change(url, method, key, body) {
  const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return fetch(url, { method, headers, body });
}

async function create(home, choices) {
  const body = JSON.stringify({ Choices: choices, Title: 'Sprint 12 of the payments team' });
  const created = await change(`${home}api/`, 'POST', undefined, body);
  const { Id, ControlKey } = await created.json();
  return { link: `${home}${Id}`, api: `${home}api/${Id}`, key: ControlKey };
}

/** Looks at `page` on each screen, with each size of text. */
async function look(page, state) {
  const faults = [];
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    for (const size of TEXT_SIZES) {
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      const found = await page.evaluate(findOverlaps);
      faults.push(...found.map((fault) => `${state}, ${width}×${height}, text ${size}: ${fault}`));
    }
  }
  assert.deepEqual(faults, []);
}

for (const [deck, choices] of Object.entries(DECKS)) {
  test(`nothing lies over anything else with ${deck}`, async () => {
    const server = await serve();
    const { link, api, key } = await create(server.url, choices);
    const still = { reducedMotion: 'reduce' };
    const host = await arrive(`${link}/control#${key}`, still);
    await host.sees('Begin voting');
    await look(host.page, 'an empty room');
    const ana = await arrive(link, still);
    await look(ana.page, 'the join form');
    await ana.join('Ana');
    await look(ana.page, 'cards at rest');

    for (const name of NAMES) await change(`${api}/join`, 'PUT', undefined, name);
    const round = JSON.stringify({ Topic: TOPIC, Seconds: 300 });
    await change(`${api}/control/start`, 'PATCH', key, round);
    await ana.sees('Pick a card');
    await ana.sees('5:00');
    await ana.card(choices[1]).click();
    await ana.sees(`You voted ${choices[1]}`);
    await look(ana.page, 'an open vote');
    await look(host.page, 'an open vote, for its host');
    await ana.page.locator('summary', { hasText: 'More' }).click();
    await look(ana.page, 'an open vote, and what else there is');

    await change(`${api}/control/stop`, 'PATCH', key);
    await ana.sees('Waiting for the next vote');
    await look(ana.page, 'a result');
    await host.sees('Record');
    await look(host.page, 'a result, for its host');
  });
}
