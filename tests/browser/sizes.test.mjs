// Nothing lies over anything else and nothing is cut, on no screen, however many cards and people there are, whatever
// they are called, and however large the reader's text is.
import { test } from 'node:test';
import { DECKS, openEverything, PEOPLE, SCREENS, seat } from './crowd.mjs';
import { Faults } from './faults.mjs';
import { findCardsOutOfView, findOverlaps, stuckPart } from './overlaps.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const STILL = { reducedMotion: 'reduce' };
/** What the reader has set for text, in px, by what is said of it. */
const TEXT_SIZES = { '100%': 16, '200%': 32 };
const TOPIC = 'PAJ-12 Login with a passkey for everybody who has lost their telephone';
const ZOOMED = '320×225';
const MOST_STUCK = 1 / 3;
/** So many cards are all to be seen at once, on the smallest phone as well. */
const MOST_IN_VIEW = 15;

/** Looks at `page` on each screen, with each size of text. */
async function look(page, state, faults) {
  const settings = await page.context().newCDPSession(page);
  for (const [size, standard] of Object.entries(TEXT_SIZES)) {
    await settings.send('Page.setFontSizes', { fontSizes: { standard } });
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height });
      faults.add(await page.evaluate(findOverlaps), state, `${width}×${height} ${size}`);
      if (`${width}×${height}` !== ZOOMED || size !== '100%') continue;
      const part = await page.evaluate(stuckPart);
      if (part > MOST_STUCK) faults.add([`${part.toFixed(2)} of it is bars`], state, ZOOMED);
    }
  }
  await settings.send('Page.setFontSizes', { fontSizes: { standard: TEXT_SIZES['100%'] } });
  await settings.detach();
}

/** Each deck with a team, and each set of people with a usual deck. */
const CASES = [
  ...Object.keys(DECKS).map((deck) => [deck, 'six people']),
  ...Object.keys(PEOPLE)
    .filter((people) => people !== 'six people')
    .map((people) => ['seven cards', people]),
];

for (const [deck, people] of CASES) {
  test(`nothing lies over anything else with ${deck} and ${people}`, async () => {
    const server = await serve();
    const choices = DECKS[deck];
    const [own, ...others] = PEOPLE[people];
    const faults = new Faults();
    const session = await seat(server.url, { choices, names: others });
    const host = await arrive(session.controlLink, STILL);
    const ana = await arrive(session.link, STILL);
    await ana.join(own);
    await look(ana.page, 'cards at rest', faults);

    await session.control('start', { Topic: TOPIC, Seconds: 300 });
    await ana.sees('Pick a card');
    await ana.sees('5:00');
    await look(ana.page, 'open', faults);
    if (choices.length <= MOST_IN_VIEW) {
      await ana.page.setViewportSize({ width: 360, height: 640 });
      faults.add(await ana.page.evaluate(findCardsOutOfView), 'open', '360×640');
    }
    await Promise.all(others.slice(1).map((name, at) => session.vote(name, choices[at % 3])));
    await ana.card(choices[1]).click();
    if (others.length > 0) {
      await ana.sees(`You voted ${choices[1]}`);
      await look(ana.page, 'voted', faults);
      await look(host.page, 'open, for the host', faults);
      await session.control('stop');
    }
    for (const person of [ana, host]) await person.page.locator('dl').first().waitFor();
    await look(ana.page, 'result', faults);
    await look(host.page, 'result, for the host', faults);
    faults.areNone();
  });
}

test('nothing lies over anything else in what comes seldom', async () => {
  const server = await serve();
  const choices = DECKS['seven cards'];
  const names = PEOPLE['six people'];
  const faults = new Faults();
  const home = await arrive(server.url, STILL);
  await home.page.getByRole('button', { name: 'Fibonacci', exact: true }).waitFor();
  await look(home.page, 'home', faults);
  await openEverything(home.page);
  await look(home.page, 'home, all of it open', faults);

  const session = await seat(server.url, { choices, names: [] });
  const host = await arrive(session.controlLink, STILL);
  await host.sees('Begin voting');
  await look(host.page, 'an empty room', faults);
  const ana = await arrive(session.link, STILL);
  await ana.page.getByLabel('Your name').waitFor();
  await look(ana.page, 'the join form', faults);
  await ana.join('Ana');
  for (const name of names.slice(1)) await session.join(name);

  await session.control('start', { Topic: TOPIC });
  await ana.sees('Pick a card');
  await Promise.all(names.slice(1).map((name) => session.vote(name, '5')));
  await ana.card('5').click();
  for (const person of [ana, host]) await person.sees('verybody agrees on');
  await look(ana.page, 'an agreement', faults);
  await look(host.page, 'an agreement, for the host', faults);
  await session.control('agree', { Round: 1, Agreed: 'five, and a bit for the tests' });
  for (const person of [ana, host]) await person.sees('five, and a bit for the tests');
  await look(ana.page, 'what was agreed', faults);
  await look(host.page, 'what was agreed, for the host', faults);

  await session.topics([TOPIC, 'https://tracker.example/browse/PAJ-13', 'Export']);
  await host.page.locator('summary', { hasText: 'Upcoming topics' }).waitFor();
  await openEverything(host.page);
  await look(host.page, 'all lists open, for the host', faults);
  await session.control('reset');
  await host.page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await look(host.page, 'undo', faults);
  await session.control('start', { Topic: TOPIC });
  await ana.sees('Pick a card');
  await openEverything(ana.page);
  await look(ana.page, 'open, and what else there is', faults);
  faults.areNone();
});
