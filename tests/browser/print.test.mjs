// What comes out of a printer: the result, its topic and the rounds that are looked at, and nothing to press.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

async function playRound(api, key, topic, votes) {
  const auth = { Authorization: `Bearer ${key}` };
  const body = JSON.stringify({ Topic: topic });
  await fetch(`${api}/control/start`, { method: 'PATCH', headers: auth, body });
  for (const [name, { seat, choice }] of Object.entries(votes)) {
    const vote = JSON.stringify({ Participant: name, Choice: choice });
    const headers = { Authorization: `Bearer ${seat}` };
    await fetch(api, { method: 'PUT', headers, body: vote });
  }
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`the result and the rounds that are looked at are printed, ${where}`, async () => {
    const server = await serve();
    const made = JSON.stringify({ Choices: ['3', '5', '8'], Title: 'Sprint 12' });
    const created = await fetch(`${server.url}api/`, { method: 'POST', body: made });
    const { Id, ControlKey } = await created.json();
    const api = `${server.url}api/${Id}`;
    const seats = {};
    for (const name of ['Ana', 'Béla']) {
      const joined = await fetch(`${api}/join`, { method: 'PUT', body: name });
      seats[name] = (await joined.json()).SeatKey;
    }
    const votes = (ana, bela) => ({
      Ana: { seat: seats.Ana, choice: ana },
      Béla: { seat: seats['Béla'], choice: bela },
    });
    const host = await arrive(`${server.url}${Id}/control#${ControlKey}`, {
      ...settings,
      colorScheme: 'dark',
    });
    await host.sees('Begin voting');
    await playRound(api, ControlKey, 'PAJ-1 Login', votes('3', '5'));
    await playRound(api, ControlKey, 'PAJ-2 Search', votes('5', '8'));
    await host.page.locator('.result').waitFor();
    await host.page.waitForFunction(() =>
      [...document.styleSheets].some(({ href, cssRules }) =>
        [...cssRules]
          .flatMap((layer) => [...(layer.cssRules ?? [])])
          .some((rule) => rule.media?.mediaText === 'print' && rule.cssRules.length > 3),
      ),
    );

    await host.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const printed = () => host.page.locator('#app').innerText();
    const closed = await printed();
    for (const text of ['Sprint 12', 'PAJ-2 Search', 'Ana', 'Béla', '6.50']) {
      assert.ok(closed.includes(text), `${text} in ${closed}`);
    }
    assert.doesNotMatch(closed, /PAJ-1|Invite|Live|History|Undo|Reset|New vote|Share|Copy|Kick/);
    assert.equal(await visible(host, 'button, summary, input, select, textarea, a.tool'), 0);
    const colours = await host.page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      const names = getComputedStyle(document.querySelector('.bar-names')).color;
      return { color, backgroundColor, names };
    });
    const black = 'rgb(0, 0, 0)';
    assert.deepEqual(colours, { color: black, backgroundColor: 'rgb(255, 255, 255)', names: black });

    await host.page.emulateMedia({ media: 'screen' });
    await host.page.locator('summary', { hasText: 'History' }).click();
    await host.page.locator('.past').waitFor();
    await host.page.emulateMedia({ media: 'print' });
    const open = await printed();
    for (const text of ['PAJ-1 Login', 'PAJ-2 Search', 'Ana 3', 'Béla 5']) {
      assert.ok(open.includes(text), `${text} in ${open}`);
    }
    assert.doesNotMatch(open, /History|Download|CSV|Take along/i);
    assert.equal(await visible(host, 'button, summary, input, select, textarea, a.tool'), 0);

    // What came later has brought no style once more, which would stand behind those that go before it.
    const styles = await host.page.evaluate(() => [...document.styleSheets].map(({ href }) => href));
    assert.deepEqual(styles, [...new Set(styles)]);
    await host.isCalm();
    await host.leave();
    await server.stop();
  });
}

/** How many of these are to be seen. */
function visible({ page }, selector) {
  return page.locator(selector).filter({ visible: true }).count();
}
