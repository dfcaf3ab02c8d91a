// A card tells which topics were agreed at it last: on request, in the way of nothing, and without a vote.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECKS, SCREENS, seat } from './crowd.mjs';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const choices = DECKS['fifteen cards'];

/** A session that has agreed on topics at 5, at 13 and at 40; the next round is open. */
async function agreed(server, settings = {}) {
  const session = await seat(server.url, { choices, names: ['Bert', 'Cili'], ...settings });
  const rounds = [
    ['PAJ-1', '5'],
    ['PAJ-2', '13'],
    ['PAJ-3', '5'],
    ['PAJ-4', '5'],
    ['PAJ-0 Import of very long backlogs from wherever else they may come, and back again', '40'],
    [
      'PAJ-6 Export of them, with all that was agreed on and who spoke first, to the same place',
      '40',
    ],
  ];
  for (const [index, [topic, value]] of rounds.entries()) {
    await session.control('start', { Topic: topic });
    await session.vote('Bert', value);
    await session.vote('Cili', value);
    await session.agree(index + 1, value);
  }
  await session.control('start', { Topic: 'PAJ-5 Login with a passkey' });
  return session;
}

const bubble = (person) => person.page.locator('.card-bubble');

/** A finger on `card`, as long as `act` takes. */
async function hold(person, card, act) {
  const client = await person.context.newCDPSession(person.page);
  const { x, y, width, height } = await card.boundingBox();
  const at = { x: x + width / 2, y: y + height / 2 };
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await act();
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a card that a finger holds tells what was agreed at it, and is not chosen', async () => {
  const server = await serve();
  const session = await agreed(server);
  const ana = await arrive(session.link, { ...SIZES['on a phone'], hasTouch: true });
  await ana.join('Ana');
  await ana.sees('Pick a card');
  await hold(ana, ana.card('5'), () => ana.sees('Agreed at 5: PAJ-4 and PAJ-3'));
  await bubble(ana).waitFor({ state: 'detached' });
  await hold(ana, ana.card('8'), () => ana.sees('Nothing is agreed at 8 yet'));
  await bubble(ana).waitFor({ state: 'detached' });
  await ana.sees('Pick a card');
  await ana.card('13').tap();
  await ana.sees('You voted 13');
  await ana.isCalm();
});

test('a card tells it to a mouse that rests there, to the keyboard, and to who can’t see it', async () => {
  const server = await serve();
  const session = await agreed(server);
  const ana = await arrive(session.link, SIZES['on a desk']);
  await ana.join('Ana');
  await ana.card('5').hover();
  await ana.sees('Agreed at 5: PAJ-4 and PAJ-3');
  await ana.card('8').hover();
  await bubble(ana).waitFor({ state: 'detached' });

  await ana.card('8').focus();
  await ana.page.keyboard.press('ArrowRight');
  await ana.sees('Agreed at 13: PAJ-2');
  await ana.page.keyboard.press('Escape');
  await bubble(ana).waitFor({ state: 'detached' });
  const described = await ana.card('13').evaluate((card) => {
    return document.getElementById(card.getAttribute('aria-describedby'))?.textContent;
  });
  assert.equal(described, 'Agreed at 13: PAJ-2');
  await ana.page.keyboard.press('Enter');
  await ana.sees('You voted 13');
  await ana.isCalm();
});

test('what was agreed just now is told with the next round', async () => {
  const server = await serve();
  const session = await agreed(server);
  const ana = await arrive(session.link, SIZES['on a desk']);
  await ana.join('Ana');
  await ana.sees('Pick a card');
  for (const name of ['Bert', 'Cili']) await session.vote(name, '8');
  await ana.vote('8');
  await session.agree(7, '8');
  await session.control('start', { Topic: 'PAJ-6' });
  await ana.sees('Pick a card');
  await ana.card('8').hover();
  await ana.sees('Agreed at 8: PAJ-5 Login with a passkey');
});

test('where voters may not see results, cards tell nothing, and a long tap is a vote', async () => {
  const server = await serve();
  const session = await agreed(server, { Results: 'controllers' });
  const ana = await arrive(session.link, { ...SIZES['on a phone'], hasTouch: true });
  await ana.join('Ana');
  await ana.sees('Pick a card');
  await ana.card('5').hover();
  await ana.page.waitForTimeout(900);
  assert.equal(await bubble(ana).count(), 0);
  assert.equal(await ana.card('5').getAttribute('aria-describedby'), null);
});

/** Runs in the page: which cards the bubble lies over, even in part. */
function coveredCards() {
  const bubble = document.querySelector('.card-bubble').getBoundingClientRect();
  const cards = [...document.querySelectorAll('.cards > button')];
  const isCovered = (card) => {
    const { left, right, top, bottom } = card.getBoundingClientRect();
    return left < bubble.right && right > bubble.left && top < bubble.bottom && bottom > bubble.top;
  };
  const isOff =
    bubble.left < 0 || bubble.top < 0 || bubble.right > innerWidth || bubble.bottom > innerHeight;
  return [...cards.filter(isCovered).map((card) => card.ariaLabel), ...(isOff ? ['off'] : [])];
}

test('no card is covered by what another tells, on each screen', async () => {
  const server = await serve();
  const session = await agreed(server);
  const covered = [];
  for (const [width, height] of SCREENS) {
    const person = await arrive(session.link, { viewport: { width, height } });
    await person.join(`at ${width}×${height}`);
    // Where the cards are higher than the screen, there is no room beside them.
    const isHigh = await person.page.evaluate(() => document.body.scrollHeight > innerHeight);
    for (const face of isHigh ? [] : ['5', '13', '40']) {
      await person.card(face).hover();
      await person.sees(`Agreed at ${face}`);
      const cards = await person.page.evaluate(coveredCards);
      if (cards.length > 0) covered.push(`${width}×${height}, ${face}: ${cards}`);
    }
    await person.leave();
  }
  assert.deepEqual(covered, []);
});
