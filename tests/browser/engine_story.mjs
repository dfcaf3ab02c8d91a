// The story once more, in another engine, with its own websockets, layout and keys.
import assert from 'node:assert/strict';
import { spoilableLine } from './line.mjs';
import { startServer } from './server.mjs';

/**
 * Plays the story in the browser that `open` starts, with somebody called `name` in it. Each of `ends` ends something that
 * was begun here, the last first.
 */
export async function playStory(open, ends, name = 'Béla 🦊') {
  const server = await startServer();
  ends.push(() => server.kill());
  const line = await spoilableLine(server.port);
  ends.push(() => line.close());
  const browser = await open();
  ends.push(() => browser.close());

  const host = await browser.arrive(server.url);
  await host.press('Fibonacci');
  await host.sees('Live');
  const link = await host.valueOf('Link to vote');
  const ana = await browser.arrive(link);
  await ana.join('Ana');
  const bela = await browser.arrive(line.url + new URL(link).pathname);
  await bela.join(name);
  await bela.sees('Live');
  await host.sees(name);

  await host.press('Begin voting');
  await ana.sees('Pick a card');
  await ana.press('3');
  await ana.sees('You voted 3');
  await bela.press('8');
  for (const person of [host, ana, bela]) await person.seesNumber('Average', '5.50');
  await ana.reload();
  await ana.seesNumber('Average', '5.50');

  // What comes over a line that was cut, comes over the next.
  line.cut();
  await host.press('Clear');
  await host.press('Begin voting');
  await bela.sees('Pick a card');
  await bela.sees('Live');
  await bela.press('5');
  await bela.sees('You voted 5');

  // Somebody goes on in the same tab, and comes back to what has happened meanwhile.
  await ana.go(server.url);
  await ana.sees('Pick a deck');
  await ana.back();
  await ana.sees('Pick a card');
  await ana.press('5');
  await host.seesNumber('Average', '5.00');
  assert.deepEqual(await browser.complaints(server.url), []);

  await server.kill();
  await ana.sees('Reconnecting…');
  const second = await startServer({ port: server.port });
  ends.push(() => second.kill());
  await ana.sees('This session is over');
  await host.sees('This session is over');
}
