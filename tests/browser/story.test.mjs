// The story of a grooming: one controller and three voters, each in a browser of their own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

async function seatThree(link) {
  const names = ['Ana', 'Béla', 'Zoé 🦊'];
  const people = [];
  for (const name of names) {
    const person = await arrive(link);
    await person.join(name);
    people.push(person);
  }
  return people;
}

test('a team grooms from the first tap to the last', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const [ana, bela, zoe] = await seatThree(link);
  for (const name of ['Ana', 'Béla', 'Zoé 🦊']) await host.seesParticipant(name, 'here');

  // A round closes by itself with the last vote, and nothing is to be seen before.
  await host.press('Begin voting');
  await ana.sees('Pick a card');
  await ana.vote('3');
  await bela.vote('5');
  await host.seesParticipant('Ana', 'voted');
  await host.seesParticipant('Zoé 🦊', 'waiting');
  assert.equal(await host.page.getByText('voted 3').count(), 0);
  await zoe.vote('13');
  for (const person of [host, ana, bela, zoe]) {
    await person.seesNumber('Average', '7.00');
    await person.seesNumber('Median', '5.00');
  }
  await host.seesParticipant('Zoé 🦊', 'voted 13');

  // Every page can be loaded again and has lost nothing.
  await host.reload();
  await host.seesParticipant('Ana', 'voted 3');
  await host.seesNumber('Average', '7.00');
  await ana.reload();
  await ana.seesNumber('Median', '5.00');

  // Reset clears the table for everybody; the next round is stopped by hand.
  await host.press('Clear');
  await ana.sees('Waiting for the next vote');
  await host.press('Begin voting');
  await bela.vote('8');
  await bela.reload();
  await bela.sees('You voted 8');
  assert.equal(await bela.card('8').getAttribute('aria-pressed'), 'true');
  await host.reload();
  await host.seesParticipant('Béla', 'voted');
  await host.press('Show the cards');
  await host.seesParticipant('Béla', 'voted 8');
  await host.seesNumber('Average', '8.00');
  await ana.seesNumber('Votes', '1');

  // Somebody is kicked, is told so, and the others don't wait for them.
  await host.press('Clear');
  await host.press('Begin voting');
  await ana.vote('1');
  await bela.vote('2');
  await host.kick('Zoé 🦊');
  await zoe.sees('You were removed from this session.');
  await host.seesNumber('Average', '1.50');
  await ana.seesNumber('Average', '1.50');
  assert.equal(await host.page.getByRole('button', { name: 'Kick Zoé 🦊' }).count(), 0);

  const everybody = [host, ana, bela, zoe];
  await Promise.all(everybody.map((person) => person.isCalm()));
  await Promise.all(everybody.map((person) => person.leave()));
  assert.equal(await server.stop(), 0);
});

test('a server that dies in mid-session is noticed, and what happened is said', async () => {
  const first = await serve();
  const { host, link } = await createSession(first.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  await host.press('Begin voting');
  await ana.sees('Pick a card');

  await first.kill();
  await ana.sees('Reconnecting…');
  await host.sees('Reconnecting…');
  const second = await serve({ port: first.port });
  await ana.sees('This session is over');
  await host.sees('This session is over');
  await host.page.getByRole('link', { name: 'Create a new session' }).click();
  await host.page.getByRole('button', { name: 'Hand' }).waitFor();
  await Promise.all([host.leave(), ana.leave()]);
  await second.stop();
});

test('a vote survives a server that is away for a moment', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  const bela = await arrive(link);
  await bela.join('Béla');
  await host.press('Begin voting');
  await ana.vote('5');
  await ana.context.setOffline(true);
  await ana.page.reload().catch(() => undefined); // no network, no page
  await ana.context.setOffline(false);
  await ana.page.goto(link);
  await ana.sees('You voted 5');
  await bela.vote('5');
  await ana.sees('Everybody agrees on');
  await Promise.all([host, ana, bela].map((person) => person.leave()));
  await server.stop();
});

test('what the server refuses is said in plain words where it happened', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  const other = await arrive(link);
  await other.page.getByLabel('Your name').fill('Ana');
  await other.page.getByRole('button', { name: 'Join' }).click();
  await other.sees('This name is taken.');
  await other.join('Anna');

  const lost = await arrive(new URL('0123456789ab', server.url).href);
  await lost.sees('Check the link');
  await Promise.all([host, ana, other, lost].map((person) => person.leave()));
  await server.stop();
});

test('everything works the same under a base path', async () => {
  const server = await serve({ options: ['--base-path', '/tools/pajthy'] });
  const { host, link } = await createSession(server.url, { deck: 'Health check' });
  assert.match(link, /\/tools\/pajthy\/[0-9a-z]{12}$/);
  const ana = await arrive(link);
  await ana.join('Ana');
  await host.press('Begin voting');
  await ana.vote('🟢');
  await host.seesParticipant('Ana', 'voted 🟢');
  await ana.reload();
  await ana.seesNumber('Votes', '1');
  await Promise.all([host.isCalm(), ana.isCalm()]);
  await Promise.all([host, ana].map((person) => person.leave()));
  await server.stop();
});
