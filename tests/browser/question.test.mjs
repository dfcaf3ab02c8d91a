// Somebody has a question: everybody sees who, the timer rests, and goes on once it is answered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECKS, seat } from './crowd.mjs';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const choices = DECKS['fifteen cards'];
const ASK = 'I have a question';
const SETTLED = 'My question is settled';

/** Waits until somebody has had `seconds` pass in a session of their own, which closes then. */
async function wait(server, seconds) {
  const hourglass = await seat(server.url, { choices, names: [] });
  await hourglass.control('start', { Seconds: seconds });
  const watcher = await arrive(hourglass.link);
  await watcher.press('Just watch');
  await watcher.sees('Waiting for the next vote');
  await watcher.leave();
}

function placesOfCards(person) {
  return person.page.evaluate(() => {
    const cards = [...document.querySelectorAll('.cards > button')];
    return cards.map((card) => JSON.stringify(card.getBoundingClientRect()));
  });
}

function button(person, name) {
  return person.page.getByRole('button', { name, exact: true });
}

/** How many seats at the table have the mark of a question. */
function marks(person) {
  return person.page.locator('.seat-card > .question-mark').count();
}

function spoken(person) {
  return person.page.locator('#app > .unseen[role=status]').textContent();
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a question stops the clock until the host has answered, ${where}`, async () => {
    const server = await serve();
    const session = await seat(server.url, { choices, names: ['Bert'] });
    const host = await arrive(session.controlLink, settings);
    const ana = await arrive(session.link, settings);
    await ana.join('Ana');
    const watcher = await arrive(session.link, settings);
    await watcher.press('Just watch');
    await session.control('start', { Topic: 'Login with a passkey', Seconds: 4 });
    await ana.sees('Pick a card');
    const before = await placesOfCards(ana);

    await button(ana, ASK).click();
    await button(ana, SETTLED).waitFor();
    for (const person of [ana, host, watcher]) {
      await person.sees('Ana has a question');
      await person.sees('The timer rests');
      assert.equal(await marks(person), 1);
    }
    assert.equal(await spoken(ana), '');
    assert.match(await spoken(watcher), /^Ana has a question/);
    assert.deepEqual(await placesOfCards(ana), before);

    // Who comes later sees it as well.
    const late = await arrive(session.link, settings);
    await late.join('Cili');
    await late.sees('Ana has a question');
    await late.sees('The timer rests');

    await wait(server, 5);
    await ana.sees('Pick a card');
    await ana.vote('5');
    assert.deepEqual(await placesOfCards(watcher), []);

    await button(host, 'Answered').click();
    await button(ana, ASK).waitFor();
    for (const person of [ana, host, watcher, late]) {
      await person.page
        .getByText('has a question')
        .filter({ visible: true })
        .waitFor({ state: 'detached' });
      assert.equal(await marks(person), 0);
    }
    await watcher.sees('Closed. 1 of 3 voted');
    await host.sees('Closed. 1 of 3 voted');
    assert.equal(await button(ana, ASK).count(), 0);
    for (const person of [ana, host, watcher, late]) await person.isCalm();
  });

  test(`a double tap raises a question once, and its seat’s devices agree on it, ${where}`, async () => {
    const server = await serve();
    const session = await seat(server.url, { choices, names: ['Bert'] });
    const ana = await arrive(session.link, settings);
    await ana.join('Ana');
    await button(ana, 'This device').click();
    const link = await ana.page.getByLabel('Link to your seat').inputValue();
    await button(ana, 'This device').click();
    const other = await arrive(link, SIZES['on a desk']);
    await session.control('start', {});
    await button(other, ASK).waitFor();

    await button(ana, ASK).dblclick();
    await button(other, SETTLED).waitFor();
    await button(ana, SETTLED).waitFor();
    await other.page.waitForTimeout(500); // a tap sooner was aimed at what stood there before
    await button(other, SETTLED).click();
    await button(other, ASK).waitFor();
    await button(ana, ASK).waitFor();
    await ana.isCalm();
    await other.isCalm();
  });

  test(`a question goes with whoever is removed, and the timer goes on, ${where}`, async () => {
    const server = await serve();
    const session = await seat(server.url, { choices, names: ['Bert', 'Cili'] });
    const host = await arrive(session.controlLink, settings);
    const ana = await arrive(session.link, settings);
    await ana.join('Ana');
    await session.control('start', { Seconds: 300 });
    await session.raise('Bert');
    await session.raise('Cili');
    await ana.sees('Bert and Cili have a question');
    await session.kick('Bert');
    await ana.sees('Cili has a question');
    await session.kick('Cili');
    await ana.sees('0 of 1 have voted');
    await host.page.getByText('The timer rests').waitFor({ state: 'detached' });
    await ana.page.getByText('The timer rests').waitFor({ state: 'detached' });
  });

  test(`a question that can’t be had says so, ${where}`, async () => {
    const server = await serve();
    const names = Array.from({ length: 12 }, (_, at) => `P${at}`);
    const session = await seat(server.url, { choices, names });
    const ana = await arrive(session.link, settings);
    await ana.join('Ana');
    await session.control('start', {});
    for (const name of names) await session.raise(name);
    await ana.sees('and 9 more have a question');
    await button(ana, ASK).click();
    await ana.sees('Many have a question already. Wait a moment.');
    await session.raise('P0', false);
    await ana.page.waitForTimeout(500); // no double tap
    await ana.context.setOffline(true);
    await button(ana, ASK).click();
    await ana.sees('The server can’t be reached. Check your network, then try again.');
    await ana.context.setOffline(false);
    await ana.page.waitForTimeout(500);
    await button(ana, ASK).click();
    await button(ana, SETTLED).waitFor();
  });
}
