// Nobody is left out: no page in any state breaks a rule of axe, in light or in dark, and what is chosen and what has the
// focus are told apart in the reader's own colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { DECKS, openEverything, PEOPLE, seat } from './crowd.mjs';
import { Faults } from './faults.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STILL = { reducedMotion: 'reduce' };

/** Runs in the page. `only`: the one rule to look at. */
async function findViolations(only) {
  const options = { preload: false, resultTypes: ['violations'] };
  if (only !== undefined) options.runOnly = { type: 'rule', values: [only] };
  const { violations } = await window.axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${any[0]?.message ?? help} at ${target.join(' ')}`),
  );
}

/** Looks at `person`'s page in both schemes, in which nothing but colour differs. */
async function judge({ page }, state, faults) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  await page.emulateMedia({ colorScheme: 'light' });
  faults.add(await page.evaluate(findViolations), state, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.add(await page.evaluate(findViolations, 'color-contrast'), state, 'dark');
}

test('the home page breaks no rule, whatever link has led to it', async () => {
  const server = await serve();
  const faults = new Faults();
  const home = await arrive(server.url, STILL);
  await home.page.getByRole('button', { name: 'Fibonacci', exact: true }).waitFor();
  await judge(home, 'home', faults);
  await openEverything(home.page);
  await judge(home, 'home, all of it open', faults);
  const faulty = await arrive(`${server.url}new?deck=1,1,${'x'.repeat(70)}&seconds=never`, STILL);
  await faulty.sees('more than once');
  await judge(faulty, 'a faulty link', faults);
  faults.areNone();
});

test('the vote page breaks no rule in any state', async () => {
  const server = await serve();
  const faults = new Faults();
  const choices = DECKS['fifteen cards'];
  const [own, ...names] = PEOPLE['six people'];
  const session = await seat(server.url, { choices, names });
  const ana = await arrive(session.link, STILL);
  await ana.page.getByLabel('Your name').fill(names[0]);
  await judge(ana, 'the join form', faults);
  await ana.page.getByLabel('Your name').press('Enter');
  await ana.sees('This name is taken.');
  await judge(ana, 'a refused name', faults);
  await session.control('door', { Locked: true });
  await ana.reload();
  await ana.sees('The door is locked');
  await judge(ana, 'a locked door', faults);
  await session.control('door', { Locked: false });
  await ana.join(own);
  await judge(ana, 'cards at rest', faults);
  await session.control('start', { Topic: 'Login with a passkey', Seconds: 300 });
  await ana.sees('Pick a card');
  await judge(ana, 'open', faults);
  await ana.vote(choices[3]);
  await openEverything(ana.page);
  await judge(ana, 'voted, and what else there is', faults);
  await session.control('timer', { Seconds: 10 });
  await ana.sees(/^0:(10|0\d)$/);
  await judge(ana, 'time is short', faults);
  for (const [at, name] of names.entries()) await session.vote(name, choices[at % 5]);
  await ana.page.locator('dl').first().waitFor();
  await judge(ana, 'result', faults);

  const watcher = await arrive(session.link, STILL);
  await watcher.press('Just watch');
  await watcher.sees('You are watching');
  await judge(watcher, 'watching', faults);
  await session.kick(own);
  await ana.sees('You were removed from this session.');
  await judge(ana, 'removed', faults);
  const lost = await arrive(new URL('0123456789ab', server.url).href, STILL);
  await lost.sees('Check the link');
  await judge(lost, 'nowhere', faults);
  await server.kill();
  await watcher.sees('Reconnecting…');
  await judge(watcher, 'a dead line', faults);
  await serve({ port: server.port });
  await watcher.sees('This session is over');
  await judge(watcher, 'over', faults);
  faults.areNone();
});

test('the control page breaks no rule in any state', async () => {
  const server = await serve();
  const faults = new Faults();
  const choices = DECKS['seven cards'];
  const names = PEOPLE['six people'];
  const session = await seat(server.url, { choices, names: [] });
  const host = await arrive(session.controlLink, STILL);
  await host.sees('Begin voting');
  await judge(host, 'an empty room', faults);
  for (const name of names) await session.join(name);
  await host.sees('Eszter');
  await session.control('start', { Topic: 'Login with a passkey', Seconds: 300 });
  await session.vote('Ana', '3');
  await host.sees(/1 of 6 have voted/);
  await judge(host, 'open', faults);
  for (const name of names.slice(1)) await session.vote(name, '5');
  await host.page.locator('dl').first().waitFor();
  await judge(host, 'result', faults);
  await session.topics(['Export', 'https://tracker.example/browse/PAJ-13']);
  await openEverything(host.page);
  await judge(host, 'result and all lists open', faults);
  await session.control('reset');
  await host.page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await judge(host, 'undo', faults);
  const locked = await arrive(`${session.link}/control`, STILL);
  await locked.sees('This page needs a host link');
  await judge(locked, 'locked', faults);
  faults.areNone();

  // What lies over the page, by its keys.
  for (const key of ['?', 'i']) {
    await host.page.evaluate(() => document.activeElement?.blur());
    await host.page.keyboard.press(key);
    const dialog = host.page.getByRole('dialog');
    await dialog.waitFor();
    await judge(host, `the dialog of ${key}`, faults);
    await host.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  faults.areNone();
});

/** What has to be told apart without any colour of ours. */
const CONTRASTS = {
  'the reader’s colours': { forcedColors: 'active' },
  'more contrast': { contrast: 'more' },
};

/** A picture of `element` with a little around it, in which rings and marks have room. */
async function pictureOf(page, element) {
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await element.boundingBox();
  const clip = {
    x: Math.max(x - 8, 0),
    y: Math.max(y - 8, 0),
    width: width + 16,
    height: height + 16,
  };
  return (await page.screenshot({ clip, caret: 'initial' })).toString('base64');
}

for (const [what, media] of Object.entries(CONTRASTS)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`what is chosen and what has the focus are told apart with ${what}, ${colorScheme}`, async () => {
      const server = await serve();
      const session = await seat(server.url, { choices: DECKS['seven cards'], names: ['Béla'] });
      const settings = { ...STILL, ...media, colorScheme };
      const host = await arrive(session.controlLink, settings);
      await openEverything(host.page);
      const label = await host.page
        .locator('label:has(input[type=radio]:not(:checked))')
        .first()
        .elementHandle();
      const before = await pictureOf(host.page, label);
      await label.click();
      await host.page.mouse.move(0, 0);
      await host.page.evaluate(() => document.activeElement?.blur());
      const after = await pictureOf(host.page, label);
      assert.notEqual(after, before, 'the chosen one of a few');
      await label.evaluate((element) => element.querySelector('input').focus());
      await host.page.keyboard.press('ArrowRight');
      await host.page.keyboard.press('ArrowLeft');
      assert.notEqual(await pictureOf(host.page, label), after, 'the focus on one of a few');

      const ana = await arrive(session.link, settings);
      await ana.join('Ana');
      await session.control('start');
      await ana.sees('Pick a card');
      const { page } = ana;

      const card = ana.card('5');
      await page.mouse.move(0, 0);
      const plain = await pictureOf(page, card);
      await ana.card('3').focus();
      await page.keyboard.press('ArrowRight');
      await card.and(page.locator(':focus')).waitFor();
      const focused = await pictureOf(page, card);
      assert.notEqual(focused, plain, 'the focus on a card');
      await page.keyboard.press('Space');
      await ana.sees('You voted 5');
      await page.evaluate(() => document.activeElement?.blur());
      const chosen = await pictureOf(page, card);
      assert.notEqual(chosen, plain, 'the chosen card');
      assert.notEqual(chosen, focused, 'the chosen card and the focus');
      const style = await card.evaluate((element) => {
        const { outlineStyle, borderTopColor, transform } = getComputedStyle(element);
        return { outlineStyle, borderTopColor, transform };
      });
      const other = await ana.card('8').evaluate((element) => {
        const { outlineStyle, borderTopColor, transform } = getComputedStyle(element);
        return { outlineStyle, borderTopColor, transform };
      });
      assert.notDeepEqual(style, other, 'the chosen card and another');
    });
  }
}

test('nothing moves for whoever asks for less motion', async () => {
  const server = await serve();
  const [own, ...names] = PEOPLE['six people'];
  const session = await seat(server.url, { choices: DECKS['seven cards'], names });
  const people = [await arrive(session.link, STILL), await arrive(session.controlLink, STILL)];
  const [ana, host] = people;
  await ana.join(own);
  const areStill = async (state) => {
    for (const { page } of people) {
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .map(({ animationName, transitionProperty, effect }) =>
            [animationName ?? transitionProperty, effect.target.className].join(' at '),
          ),
      );
      assert.deepEqual(moving, [], state);
    }
  };
  await areStill('at rest');
  await session.control('start', { Seconds: 10 });
  await ana.sees('Pick a card');
  await areStill('open');
  for (const name of names) await session.vote(name, '5');
  await ana.card('5').click();
  for (const person of people) await person.page.locator('dl').first().waitFor();
  await areStill('agreement');
  await session.control('reset');
  await host.page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await areStill('undo');
});
