// What a round can be beside a vote: about a topic, against the clock, once more, undone, with other cards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** Nothing of the page reaches beyond its side. */
async function fits(person) {
  const [width, most] = await person.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(width <= most, `${width} px wide, of ${most}`);
}

async function topicsOf(person) {
  return person.page.locator('.topics-text').allTextContents();
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`topics are pasted, put in order and voted on, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    await ana.join('Ana');

    await host.page.getByText('Upcoming topics').click();
    await host.page
      .getByLabel('Write or paste topics')
      .fill('Id,Summary\n1,"Login, with a passkey"\n2,https://tracker.example/42\n3,Export');
    await host.press('Add to the list');
    await host.page.getByRole('button', { name: 'Move up: Export' }).click();
    await host.sees('Take next');
    assert.deepEqual(await topicsOf(host), [
      'Login, with a passkey',
      'Export',
      'https://tracker.example/42',
    ]);
    await fits(host);
    await host.reload();
    await host.page.getByText('Upcoming topics').click();
    assert.deepEqual(await topicsOf(host), [
      'Login, with a passkey',
      'Export',
      'https://tracker.example/42',
    ]);

    assert.equal(
      await host.page.getByLabel('Topic, if you like').inputValue(),
      'Login, with a passkey',
    );
    await host.press('Begin voting');
    await ana.sees('Login, with a passkey');
    await ana.vote('3');
    await host.press('Next: Export');
    await ana.sees('Export');
    await ana.vote('5');

    // Once more on the same topic: everybody sees who moved.
    await host.press('Vote again');
    await ana.sees('Attempt 2');
    await ana.vote('8');
    await ana.sees('Since the attempt before');
    await host.sees('Since the attempt before');
    await host.press('Next: https://tracker.example/42');
    const address = ana.page.getByRole('link', { name: 'https://tracker.example/42' });
    await address.waitFor();
    assert.equal(await address.getAttribute('href'), 'https://tracker.example/42');
    await host.isCalm();
    await ana.isCalm();
  });

  test(`a round against the clock closes by itself, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    const bela = await arrive(link);
    await ana.join('Ana');
    await bela.join('Béla');
    await host.page.getByText('Timer', { exact: true }).click();
    await host.page.getByText('30 sec', { exact: true }).click();
    await host.press('Begin voting');
    for (const person of [host, ana, bela]) await person.page.getByRole('timer').waitFor();
    await ana.vote('5');
    await host.press('+ 30 sec');
    await ana.sees(/^0:5\d$/);
    await host.press('No timer');
    await ana.page.getByRole('timer').waitFor({ state: 'detached' });
    await host.press('Last call');
    await ana.sees(/^0:0\d$/);
    await fits(host);
    await bela.seesNumber('Average', '5.00');
    await host.seesParticipant('Béla', 'no vote');
    await host.isCalm();
    await ana.isCalm();
  });

  test(`a reset and a kick are taken back, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    const bela = await arrive(link);
    await ana.join('Ana');
    await bela.join('Béla');
    await host.press('Begin voting');
    await ana.vote('5');
    await bela.vote('8');
    await ana.seesNumber('Average', '6.50');
    await host.press('Clear');
    await ana.sees('Waiting for the next vote');
    await host.sees('The table was cleared.');
    await host.press('Undo');
    await ana.seesNumber('Average', '6.50');
    await host.seesNumber('Average', '6.50');

    await host.press('Clear');
    await host.press('Begin voting');
    await ana.vote('3');
    await host.kick('Béla');
    await bela.sees('You were removed from this session.');
    await host.press('Undo');
    await host.seesParticipant('Béla', /here|waiting|no vote/);
    await bela.page.getByRole('button', { name: 'Join' }).click();
    await bela.page.getByText(/You are/).waitFor();
    await host.isCalm();
  });

  test(`other cards are on every table, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    await ana.join('Ana');
    await host.page.locator('summary', { hasText: 'Cards' }).click();
    await host.page.getByLabel('Deck').selectOption('shirt');
    await host.press('Use these cards');
    await ana.card('XL').waitFor();
    await host.page.getByLabel('Cards', { exact: true }).fill('big, small');
    await host.press('Use these cards');
    await ana.card('small').waitFor();
    await fits(host);
    await host.press('Begin voting');
    await ana.vote('small');
    await host.seesParticipant('Ana', 'voted small');
    await host.isCalm();
    await ana.isCalm();
  });
}
