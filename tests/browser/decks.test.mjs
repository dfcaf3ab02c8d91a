// Where sessions come from: known decks, cards of one's own, and links that make a session.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const CLASSIC = {
  Fibonacci: ['1', '2', '3', '5', '8', '13', '?'],
  'T-shirt': ['XS', 'S', 'M', 'L', 'XL', 'XXL', '?'],
  Hand: ['👍', '👌', '🤷', '👎', '🖕'],
  'Health check': ['🔴', '🟡', '🟢'],
};
const MORE = {
  'Fibonacci to 89': ['1', '2', '3', '5', '8', '13', '21', '34', '55', '89', '?'],
  'Modified Fibonacci': ['0', '½', '1', '2', '3', '5', '8', '13', '20', '40', '100', '?', '☕'],
  'Powers of two': ['1', '2', '4', '8', '16', '32', '64', '?'],
  'Fist of five': ['0', '1', '2', '3', '4', '5'],
};

const button = ({ page }, name) => page.getByRole('button', { name, exact: true });

/** Waits for the control page, and says what its session was made of. */
async function arriveInControl({ page }) {
  await page.getByRole('button', { name: 'Begin voting' }).waitFor();
  const { origin, pathname } = new URL(page.url());
  const id = /\/([0-9a-z]{12})\/control$/.exec(pathname)?.[1];
  assert.ok(id, pathname);
  const base = pathname.slice(0, pathname.indexOf(`/${id}`));
  const view = await fetch(`${origin}${base}/api/${id}`);
  return view.json();
}

/** How many sessions the server has. */
async function countSessions(server) {
  const metrics = await (await fetch(new URL('metrics', server.url))).text();
  return Number(/^pajthy_sessions (\d+)$/m.exec(metrics)?.[1]);
}

/** Fails if the page is wider than its window, or a target on a phone is too small for a thumb. */
async function fitsItsWindow({ page }) {
  const { tooWide, tooSmall } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const targets = [...document.querySelectorAll('main :is(button, summary, .option)')];
    const seen = targets.map((target) => [target.textContent, target.getBoundingClientRect()]);
    return {
      tooWide: scrollWidth - clientWidth,
      tooSmall: seen.filter(([, { height }]) => height > 0 && height < 56).map(([text]) => text),
    };
  });
  assert.equal(tooWide, 0);
  if (page.viewportSize().width < 760) assert.deepEqual(tooSmall, []);
}

async function unfold({ page }, heading) {
  await page.locator('summary', { hasText: heading }).click();
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`every deck makes a session with one tap, ${where}`, async () => {
    const server = await serve();
    const host = await arrive(server.url, settings);
    const known = { ...CLASSIC, ...MORE };
    for (const [name, choices] of Object.entries(known)) {
      await button(host, name).click();
      assert.deepEqual((await arriveInControl(host)).Choices, choices);
      await host.go(server.url);
    }
    assert.equal(await countSessions(server), Object.keys(known).length);
    await host.isCalm();
    await host.leave();
    await server.stop();
  });

  test(`the four classic decks and the title need no scrolling, ${where}`, async () => {
    const server = await serve();
    const host = await arrive(server.url, settings);
    const all = Object.keys(CLASSIC).map((name) => button(host, name));
    for (const target of [...all, host.page.getByLabel('Title, if you like')]) {
      const { y, height } = await target.boundingBox();
      assert.ok(y >= 48 && y + height <= settings.viewport.height, `${y} + ${height}`);
    }
    await fitsItsWindow(host);
    await host.leave();
    await server.stop();
  });

  test(`cards of one's own are a deck next time, until they are forgotten, ${where}`, async () => {
    const server = await serve();
    const host = await arrive(server.url, settings);
    const { page } = host;
    await unfold(host, 'Your own cards');
    const field = page.getByLabel('Write or paste the cards');
    await field.fill('½, 1\n2; too big, 👩‍👩‍👧‍👦, 1');
    const preview = page.locator('.own .mini');
    assert.deepEqual(await preview.allTextContents(), ['½', '1', '2', 'too big', '👩‍👩‍👧‍👦', '1']);
    await button(host, 'Start with these cards').click();
    await host.sees('“1” is there more than once.');
    await field.fill(`½ ${'W'.repeat(65)}`);
    await button(host, 'Start with these cards').click();
    await host.sees('is too long for a card');
    assert.equal(await countSessions(server), 0);
    await fitsItsWindow(host);

    const choices = ['½', '1', '2', 'too big', '👩‍👩‍👧‍👦'];
    await field.fill(choices.join(', '));
    await button(host, 'Start with these cards').click();
    assert.deepEqual((await arriveInControl(host)).Choices, choices);
    await host.go(server.url);
    await host.reload();
    const own = button(host, `Your cards ${choices.join(' ')}`);
    await own.click();
    assert.deepEqual((await arriveInControl(host)).Choices, choices);

    // Another browser knows nothing of it.
    const other = await arrive(server.url, settings);
    await button(other, 'Hand').waitFor();
    assert.equal(await other.page.getByText('Your cards').count(), 0);

    await host.go(server.url);
    await unfold(host, 'Your own cards');
    await button(host, `Forget ${choices.join(' ')}`).click();
    await own.waitFor({ state: 'detached' });
    await button(host, 'Bring back').click();
    await own.waitFor();
    await button(host, `Forget ${choices.join(' ')}`).click();
    await host.reload();
    await button(host, 'Hand').waitFor();
    assert.equal(await own.count(), 0);
    await Promise.all([host.isCalm(), other.isCalm()]);
    await Promise.all([host.leave(), other.leave()]);
    await server.stop();
  });

  test(`a link makes the same session again, and the way back doesn't, ${where}`, async () => {
    const server = await serve({ options: ['--base-path', '/tools/pajthy'] });
    const maker = await arrive(server.url, settings);
    await maker.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await maker.page.getByLabel('Title, if you like').fill('Sprint 12, & more?');
    await unfold(maker, 'Timer and results');
    await maker.page.getByText('2 min', { exact: true }).click();
    await maker.page.getByText('Everybody, without names').click();
    await unfold(maker, 'A link for the calendar');
    await maker.page.getByLabel('Deck of the link').selectOption('Powers of two');
    await fitsItsWindow(maker);
    await button(maker, 'Copy this link').click();
    await maker.page.getByText('Copied').waitFor();
    const link = await maker.page.evaluate(() => navigator.clipboard.readText());
    const query = 'deck=powers&title=Sprint+12,+%26+more%3F&seconds=120&results=counts';
    assert.equal(link, `${server.url}new?${query}`);
    assert.equal(await countSessions(server), 0);

    const host = await arrive(server.url, settings);
    const bodies = [];
    host.page.on('request', (asked) => asked.method() === 'POST' && bodies.push(asked.postDataJSON()));
    await host.go(link);
    const view = await arriveInControl(host);
    assert.deepEqual(view.Choices, MORE['Powers of two']);
    await host.page.locator('.header-title', { hasText: 'Sprint 12, & more?' }).waitFor();
    const Title = 'Sprint 12, & more?';
    const expected = { Choices: view.Choices, Title, Results: 'counts', Seconds: 120 };
    assert.deepEqual(bodies, [expected]);

    await host.reload();
    await arriveInControl(host);
    await host.page.goBack();
    await button(host, 'Hand').waitFor();
    assert.equal(host.page.url(), server.url);
    await host.page.goForward();
    await arriveInControl(host);
    assert.equal(await countSessions(server), 1);

    // The next sprint is a session of its own.
    await host.go(link);
    await arriveInControl(host);
    assert.equal(await countSessions(server), 2);
    await Promise.all([maker.isCalm(), host.isCalm()]);
    await Promise.all([maker.leave(), host.leave()]);
    await server.stop();
  });

  test(`a link that is wrong says so, and loses nothing that is right, ${where}`, async () => {
    const server = await serve();
    const host = await arrive(`${server.url}new?deck=<img src=x>&title=Retro&seconds=90`, settings);
    await host.sees('There is no deck called “<img src=x>”');
    await host.sees('1 min 30 sec');
    await fitsItsWindow(host);
    await button(host, 'Hand').click();
    assert.deepEqual((await arriveInControl(host)).Choices, CLASSIC.Hand);
    await host.page.locator('.header-title', { hasText: 'Retro' }).waitFor();

    await host.go(`${server.url}new?deck=1,2,too+big,2`);
    await host.sees('“2” is there more than once.');
    await host.page.getByLabel('Write or paste the cards').fill('1, 2, too big');
    await button(host, 'Start with these cards').click();
    assert.deepEqual((await arriveInControl(host)).Choices, ['1', '2', 'too big']);

    await host.go(`${server.url}new?deck=a,b&seconds=soon`);
    await host.sees('A timer of “soon” can’t be set');
    assert.equal(await countSessions(server), 2);
    await button(host, 'Start the session').click();
    assert.deepEqual((await arriveInControl(host)).Choices, ['a', 'b']);
    await host.isCalm();
    await host.leave();
    await server.stop();
  });
}

test('a link whose session the server refuses says why, and keeps its title', async () => {
  const server = await serve();
  const host = await arrive(`${server.url}new?deck=fist&title=Retro%E2%80%AE`);
  await host.sees('This title can’t be used.');
  await host.page.getByLabel('Title, if you like').fill('Retro');
  await button(host, 'Start the session').click();
  await arriveInControl(host);
  await host.isCalm('422 /api/');
  await host.leave();
  await server.stop();
});

test('a browser that blocks storage makes sessions all the same', async () => {
  const server = await serve();
  const host = await arrive(server.url);
  await host.context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await host.reload();
  await unfold(host, 'Your own cards');
  await host.page.getByLabel('Write or paste the cards').fill('7 8 9');
  await button(host, 'Start with these cards').click();
  assert.deepEqual((await arriveInControl(host)).Choices, ['7', '8', '9']);
  await host.isCalm();
  await host.leave();
  await server.stop();
});

test('the way back to the home page finds it ready for the next tap', async () => {
  const server = await serve();
  const host = await arrive(server.url);
  await button(host, 'Fibonacci').click();
  await arriveInControl(host);
  await host.page.goBack();
  await button(host, 'Hand').click();
  assert.deepEqual((await arriveInControl(host)).Choices, CLASSIC.Hand);
  await host.isCalm();
  await host.leave();
  await server.stop();
});
