// A translator owns the texts of the page: whatever it makes of them, the page goes on to say how things stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/**
 * Runs in the page, before anything of it does. As a translator in the browser: each text, new ones too, goes into two
 * elements in its place, at once; as itself, or as a text of the translator's own.
 */
function translate(isMoved) {
  const wrap = (text) => {
    if (!/\S/.test(text.data) || text.parentElement?.closest('font, script, textarea')) return;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(isMoved ? text : text.data);
  };
  const wrapAll = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(wrap);
  };
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target.isConnected) wrapAll(target);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Waits until the one `selector` that is there says exactly `text`. */
async function says({ page }, selector, text) {
  const place = page.locator(selector);
  await place.waitFor();
  await page.waitForFunction(
    ([where, what]) =>
      document.querySelector(where)?.textContent.replace(/\s+/g, ' ').trim() === what,
    [selector, text],
  );
}

async function isTranslated({ page }, selector) {
  assert.ok((await page.locator(`${selector} font font`).count()) > 0, `${selector} is not`);
}

async function begin(host) {
  await says(host, '.main-button', 'Begin voting');
  await host.press('Begin voting');
  await says(host, '.main-button', 'Show the cards');
}

/** Until everybody has voted, the time and the missing said on the way. */
async function playRound(host, ana, bela) {
  await begin(host);
  await says(host, '.said', '0 of 2 have voted');
  await says(ana, '.said', 'Pick a card');
  await says(ana, '.progress', '0 of 2 have voted · waiting for Béla');
  await isTranslated(ana, '.said');
  await isTranslated(host, '.main-button');

  await ana.card('5').click();
  await says(ana, '.said', 'You voted 5');
  await says(ana, '.progress', '1 of 2 have voted · waiting for Béla');
  await says(host, '.said', '1 of 2 have voted');
  await host.seesParticipant('Ana', /^(?!.*waiting).*voted/);
  await host.seesParticipant('Béla', /waiting/);

  await host.press('+ 30 sec');
  await ana.sees(/^0:2\d$/);
  await host.sees(/^0:2\d$/);
  await bela.card('8').click();
  await says(host, '.main-button', 'New vote');
  for (const person of [host, ana, bela]) await person.seesNumber('Average', '6.50');
  await host.seesParticipant('Béla', /voted 8/);
  await says(ana, '.said', 'Closed. 2 of 2 voted, median 6.5, from 5 to 8');
}

for (const [where, settings] of Object.entries(SIZES)) {
  for (const [how, isMoved] of Object.entries({ replaced: false, moved: true })) {
    test(`both pages follow a round with every text ${how} by a translator, ${where}`, async () => {
      const server = await serve();
      const { host, link } = await createSession(server.url, { settings });
      const [ana, bela] = [await arrive(link, settings), await arrive(link, settings)];
      for (const person of [host, ana, bela]) {
        await person.context.addInitScript(translate, isMoved);
        await person.reload();
      }
      for (const [name, person] of Object.entries({ Ana: ana, Béla: bela })) {
        await person.join(name);
        await says(person, '.header-status', 'Live');
        await says(person, '.said', 'Waiting for the next vote');
      }
      await host.seesParticipant('Béla', /here/);
      await playRound(host, ana, bela);

      await host.press('Clear');
      await says(ana, '.said', 'Waiting for the next vote');
      await says(host, '.undo-what', 'The table was cleared.');
      await playRound(host, ana, bela);
      await host.kick('Béla');
      await bela.sees('You were removed from this session.');
      await host.page.locator('.seat', { hasText: 'Béla' }).waitFor({ state: 'detached' }); // though the result stays

      await host.isCalm();
      await ana.isCalm();
      await bela.isCalm();
    });
  }
}
