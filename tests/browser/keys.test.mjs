// A key is what its reader meant: held it is one tap, and what belongs to the browser or to a word in the making stays theirs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** Presses `key` and holds it: a keyboard repeats it then. */
async function hold({ page }, key) {
  for (let times = 0; times < 5; times += 1) await page.keyboard.down(key);
}

/** The name of what has the focus. */
function focused({ page }) {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}

/** Tells of each click on a button from now on. */
async function countClicks({ page }) {
  await page.evaluate(() => {
    window.clicks = [];
    document.addEventListener('click', ({ target }) => {
      window.clicks.push(target.closest('button')?.textContent.trim());
    });
  });
  return () => page.evaluate(() => window.clicks);
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a held key is one tap, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    await ana.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();

    const clicked = await countClicks(host);
    await host.page.getByRole('button', { name: 'Begin voting' }).focus();
    await hold(host, 'Enter');
    await host.page.getByRole('button', { name: 'Show the cards' }).waitFor();
    await host.page.locator('.main-button[aria-disabled=false]').waitFor();
    await hold(host, 'Enter');
    await host.page.keyboard.up('Enter');
    assert.deepEqual(await clicked(), ['Begin voting']);

    const tapped = await countClicks(ana);
    await ana.card('5').focus();
    await hold(ana, 'Enter');
    await ana.page.keyboard.up('Enter');
    assert.equal((await tapped()).length, 1);
    await ana.seesNumber('Average', '5.00');
    await host.isCalm();
    await ana.isCalm();
  });
}

test('arrow keys go from card to card, and pressed with others they belong to the browser', async () => {
  const server = await serve();
  const { link } = await createSession(server.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  await ana.card('3').focus();
  await ana.page.keyboard.press('ArrowRight');
  assert.equal(await focused(ana), '5');
  for (const keys of ['Control+ArrowRight', 'Shift+ArrowRight', 'Meta+ArrowRight', 'Control+End']) {
    await ana.page.keyboard.press(keys);
    assert.equal(await focused(ana), '5', keys);
  }
  await ana.isCalm();
});

test('Escape that ends the composing of a word gives up nothing else', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  await host.press('Begin voting');
  await ana.vote('5');
  await host.press('other…');
  const field = host.page.getByLabel('Something else');
  await field.fill('eight ');
  await field.focus();
  const keyboard = await host.context.newCDPSession(host.page);
  await keyboard.send('Input.imeSetComposition', { text: 'は', selectionStart: 1, selectionEnd: 1 });
  const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 229 };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  assert.equal(await field.inputValue(), 'eight は');
  await host.isCalm();
});
