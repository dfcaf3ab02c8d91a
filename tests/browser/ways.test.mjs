// The ways to sessions that are there already: the last ones of this device, and a field for links and codes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

async function create(server, body) {
  const made = await fetch(`${server.url}api/`, { method: 'POST', body: JSON.stringify(body) });
  const { Id, ControlKey } = await made.json();
  return { id: Id, key: ControlKey, link: server.url + Id, api: `${server.url}api/${Id}` };
}

const recent = ({ page }) => page.getByRole('region', { name: 'Your last sessions' });
const field = ({ page }) => page.getByLabel('Link or code of a session');

async function enter(person, text) {
  await field(person).fill(text);
  await field(person).press('Enter');
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`the last sessions lead back, as what one was, ${where}`, async () => {
    const options = ['--base-path', '/tools/pajthy'];
    const server = await serve({ options });
    const led = await create(server, { Choices: ['1', '2'], Title: 'Sprint 12' });
    const voted = await create(server, { Choices: ['🔴', '🟡', '🟢'] });
    const ana = await arrive(server.url, settings);
    await field(ana).waitFor();
    assert.equal(await recent(ana).count(), 0);
    await ana.go(`${led.link}/control#${led.key}`);
    await ana.sees('Begin voting');
    await ana.go(voted.link);
    await ana.join('Ana');

    await ana.go(server.url);
    const links = recent(ana).getByRole('link');
    await links.first().waitFor();
    const texts = await links.allInnerTexts();
    assert.match(texts[0], /Health check\s+as Ana · /);
    assert.match(texts[1], /Sprint 12\s+host · /);
    assert.doesNotMatch(await ana.page.content(), new RegExp(led.key));
    await links.nth(1).click();
    await ana.sees('Begin voting');
    assert.equal(ana.page.url(), `${led.link}/control`);
    await ana.go(server.url);
    await recent(ana).getByRole('link', { name: 'Health check' }).click();
    await ana.page.getByRole('group', { name: 'Your vote' }).waitFor();

    // What is forgotten can be brought back.
    await ana.go(server.url);
    await ana.page.getByRole('button', { name: 'Forget the session Health check' }).click();
    await links.nth(1).waitFor({ state: 'detached' });
    assert.match(await links.innerText(), /Sprint 12/);
    await ana.press('Bring back');
    await links.nth(1).waitFor();
    await ana.page.getByRole('button', { name: 'Forget the session Health check' }).click();
    await ana.reload();
    await links.waitFor();
    assert.match(await links.innerText(), /Sprint 12/);

    // And what is over is gone by itself.
    await ana.go('about:blank');
    await server.kill();
    const again = await serve({ port: server.port, options });
    await ana.go(again.url);
    await field(ana).waitFor();
    await ana.page.waitForFunction(() => localStorage.getItem('pajthy:led') === null);
    assert.equal(await recent(ana).count(), 0);
    await ana.isCalm(`404 /tools/pajthy/api/${led.id}`);
    await ana.leave();
    await again.stop();
  });

  test(`a link or a code leads where it says, or says what is wrong, ${where}`, async () => {
    const server = await serve({ options: ['--base-path', '/tools/pajthy'] });
    const { id, key, link } = await create(server, { Choices: ['1', '2'] });
    const ana = await arrive(server.url, settings);
    await enter(ana, 'zzzzzzzzzzzz');
    await ana.sees('There is no such session.');
    await enter(ana, `https://other.example/${id}`);
    await ana.sees('This link leads elsewhere, to other.example.');
    await enter(ana, '');
    await ana.sees('Paste a link, or write the code of a session.');
    await enter(ana, ` ${id.toUpperCase()} `);
    await ana.page.getByLabel('Your name').waitFor();
    assert.equal(ana.page.url(), link);

    await ana.go(server.url);
    await enter(ana, `Here you are: ${link}/control#${key}.`);
    await ana.sees('Begin voting');
    await ana.go(server.url);
    await enter(ana, `${server.url}new?deck=fist&title=Retro`);
    await ana.page.locator('.header-title', { hasText: 'Retro' }).waitFor();
    await ana.isCalm('404 /tools/pajthy/api/zzzzzzzzzzzz');
    await ana.leave();
    await server.stop();
  });
}

test('no card of a deck is cut, and no hand lies over another, on any screen', async () => {
  const server = await serve();
  const ana = await arrive(server.url);
  await field(ana).waitFor();
  for (const width of [320, 360, 390, 559, 560, 640, 740, 760, 820, 1024, 1366, 1440, 1600, 1920]) {
    await ana.page.setViewportSize({ width, height: 800 });
    const faults = await ana.page.evaluate(() => {
      const hands = [...document.querySelectorAll('.fan')].map((fan) => {
        const cards = [...fan.children].map((card) => card.getBoundingClientRect());
        return {
          left: Math.min(...cards.map(({ left }) => left)),
          right: Math.max(...cards.map(({ right }) => right)),
          top: Math.min(...cards.map(({ top }) => top)),
          bottom: Math.max(...cards.map(({ bottom }) => bottom)),
        };
      });
      const { clientWidth, scrollWidth } = document.documentElement;
      const isOver = (a, b) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return [
        ...hands.filter(({ left, right }) => left < 0 || right > clientWidth).map(() => 'cut'),
        ...hands.flatMap((a, i) => hands.slice(i + 1).flatMap((b) => (isOver(a, b) ? ['over'] : []))),
        ...(scrollWidth > clientWidth ? ['too wide'] : []),
      ];
    });
    assert.deepEqual(faults, [], `at ${width}`);
  }
  await ana.leave();
  await server.stop();
});
