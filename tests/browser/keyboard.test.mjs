// The story by the keyboard alone: with Tab, arrows, Enter and Space, and with the single keys that shorten it. Whatever has
// the focus on the way is to be seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAtFocus } from './focus.mjs';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const MOST_STOPS = 80;
const STILL = { reducedMotion: 'reduce' };

/** Presses `key` until `target`, a locator, has the focus. */
async function goTo({ page }, target, key = 'Tab') {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    const { faults } = await page.evaluate(lookAtFocus);
    assert.deepEqual(faults, []);
    if (await hasFocus(target)) return;
  }
  assert.fail(`${target} can't be reached by ${key}`);
}

async function hasFocus(target) {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((element) => element === document.activeElement);
}

function button({ page }, name) {
  return page.getByRole('button', { name, exact: true });
}

/** Goes to the button that is called so and presses `key` on it. */
async function pressBy(person, key, name) {
  await button(person, name).waitFor();
  await goTo(person, button(person, name));
  await person.page.locator('button:focus:not([aria-disabled=true])').waitFor();
  await person.page.keyboard.press(key);
}

async function createByKeys(home, settings) {
  const host = await arrive(home, { ...SIZES['on a desk'], ...settings });
  await pressBy(host, 'Enter', 'Fibonacci');
  await button(host, 'Begin voting').waitFor();
  return { host, link: host.page.url().replace(/\/control.*/, '') };
}

async function joinByKeys(link, name, settings) {
  const person = await arrive(link, settings);
  const field = person.page.getByLabel('Your name');
  await field.waitFor();
  if (!(await hasFocus(field))) await goTo(person, field);
  await person.page.keyboard.type(name);
  await person.page.keyboard.press('Enter');
  await person.page.getByRole('group', { name: 'Your vote' }).waitFor();
  return person;
}

/** Goes to the cards and along them to `face`. */
async function goToCard(person, face) {
  const cards = person.page.getByRole('group', { name: 'Your vote' }).getByRole('button');
  await goTo(person, cards.and(person.page.locator('[tabindex="0"], :not([tabindex])')));
  if (!(await hasFocus(person.card(face)))) await goTo(person, person.card(face), 'ArrowRight');
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a team grooms by the keyboard alone, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createByKeys(server.url, { ...settings, ...STILL });
    const ana = await joinByKeys(link, 'Ana', { ...settings, ...STILL });
    const bela = await joinByKeys(link, 'Béla', { ...settings, ...STILL });
    const zoe = await joinByKeys(link, 'Zoé', { ...settings, ...STILL });
    await host.sees('Zoé');
    await pressBy(host, 'Enter', 'Begin voting');

    for (const person of [ana, bela, zoe]) await person.sees('Pick a card');
    await goToCard(ana, '5');
    await ana.page.keyboard.press('Space');
    await ana.sees('You voted 5');
    await goToCard(bela, '8');
    await bela.page.keyboard.press('Enter');
    await bela.sees('You voted 8');

    // The cards are one stop, which remembers where it was left.
    await ana.page.keyboard.press('Tab');
    assert.equal(await ana.page.locator('[aria-label="Your vote"] :focus').count(), 0);
    await ana.page.keyboard.press('Shift+Tab');
    assert.ok(await hasFocus(ana.card('5')));

    await pressBy(host, 'Space', 'Show the cards');
    for (const person of [host, ana, bela, zoe]) await person.seesNumber('Average', '6.50');
    await pressBy(host, 'Enter', 'New vote');
    for (const person of [ana, bela, zoe]) await person.sees('Pick a card');
    for (const person of [host, ana, bela, zoe]) await person.isCalm();
  });
}

test('single keys lead through a round, and a card is chosen by its first character', async () => {
  const server = await serve();
  const { host, link } = await createByKeys(server.url, STILL);
  const ana = await joinByKeys(link, 'Ana', STILL);
  const bela = await joinByKeys(link, 'Béla', STILL);
  await host.sees('Béla');
  const key = (person, name) => person.page.keyboard.press(name);
  /** Presses `name` once the button that says the same takes taps: each rests for a moment after a step. */
  const step = async (name, says) => {
    await button(host, says).and(host.page.locator(':not([aria-disabled=true])')).waitFor();
    await key(host, name);
  };
  const begun = () => Promise.all([ana, bela].map((person) => person.sees('Pick a card')));

  await step('b', 'Begin voting');
  await begun();
  await key(ana, '8');
  await ana.sees('You voted 8');
  await key(ana, '1');
  await ana.sees(/^You voted 1$/);
  await key(ana, '1');
  await ana.sees('You voted 13');
  await step('s', 'Show the cards');
  await host.seesNumber('Average', '13.00');
  await step('a', 'Vote again');
  await begun();
  await ana.sees('Attempt 2');
  await key(bela, '?');
  await bela.sees('You voted ?');
  await key(ana, '5');
  await host.seesNumber('Average', '5.00');
  await step('n', 'New vote');
  await begun();

  await key(ana, '3');
  await ana.sees('You voted 3');
  await step('s', 'Show the cards');
  await host.seesNumber('Average', '3.00');
  await pressBy(host, 'Enter', 'Clear');
  await ana.sees('Waiting for the next vote');
  await host.sees('Undo');
  await step('u', 'Undo');
  await host.seesNumber('Average', '3.00');
  for (const person of [host, ana, bela]) await person.isCalm();
});

test('the keys of the control page are told, and open what they say', async () => {
  const server = await serve();
  const { host, link } = await createByKeys(server.url, STILL);
  const ana = await joinByKeys(link, 'Ana', STILL);
  await host.sees('Ana');
  await goTo(host, button(host, 'Begin voting'));
  for (const [key, text] of [
    ['?', 'Show these keys'],
    ['i', new URL(link).pathname.slice(1)],
  ]) {
    await host.page.keyboard.press(key);
    const dialog = host.page.getByRole('dialog');
    await dialog.waitFor();
    const told = await dialog.evaluate((element) =>
      [element.innerText, ...[...element.querySelectorAll('input')].map(({ value }) => value)].join(
        ' ',
      ),
    );
    assert.ok(told.replace(/\s/g, '').includes(text.replace(/\s/g, '')), `${key}: ${told}`);
    // Over the page no key is one of the page.
    await host.page.keyboard.press('b');
    await host.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await hasFocus(button(host, 'Begin voting')), `the focus after ${key}`);
  }
  assert.equal(await ana.page.getByText('Pick a card').count(), 0);
  await host.isCalm();
});

test('a key that is typed, pressed with another or switched off does nothing', async () => {
  const server = await serve();
  const { host, link } = await createByKeys(server.url, STILL);
  const ana = await joinByKeys(link, 'Ana', STILL);
  await host.sees('Ana');
  const topic = host.page.getByLabel('Topic, if you like');
  await goTo(host, topic);
  await host.page.keyboard.type('bsnaui?');
  assert.equal(await topic.inputValue(), 'bsnaui?');
  await goTo(host, button(host, 'Begin voting'), 'Shift+Tab');
  for (const keys of ['Control+b', 'Alt+b', 'Shift+B']) await host.page.keyboard.press(keys);

  const switchName = 'Single keys on this device';
  const fold = host.page.locator('summary', { hasText: 'This session' });
  await goTo(host, fold);
  await host.page.keyboard.press('Enter');
  const onOff = host.page.getByRole('switch', { name: switchName });
  await goTo(host, onOff);
  await host.page.keyboard.press('Space');
  await host.page.getByRole('switch', { name: switchName, checked: false }).waitFor();
  await host.page.keyboard.press('b');
  // Had any of them begun a vote, it would be open before this one ends.
  await host.page.keyboard.press('?');
  await host.page.getByRole('dialog').waitFor();
  assert.equal(await ana.page.getByText('Pick a card').count(), 0);
  assert.equal(await host.page.getByRole('button', { name: 'Show the cards' }).count(), 0);
  await host.isCalm();
});
