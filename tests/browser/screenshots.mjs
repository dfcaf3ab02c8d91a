// Makes the README's pictures anew: node screenshots.mjs FOLDER
import { mkdir } from 'node:fs/promises';
import { openBrowser, Person } from './people.mjs';
import { filmReveal } from './reveal.mjs';
import { startServer } from './server.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node screenshots.mjs FOLDER');

const DESK = { viewport: { width: 1100, height: 800 }, deviceScaleFactor: 2 };
const PHONE = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 };
const DARK = { colorScheme: 'dark' };

const first = { Ana: '3', Béla: '8', 'Zoé 🦊': '5', Dani: '13', Eszter: '5' };
const second = { Ana: '5', Béla: '8', 'Zoé 🦊': '5', Dani: '5', Eszter: '5' };

const browser = await openBrowser();
const server = await startServer();

/** `person`'s page as a picture, once nothing moves on it any more. */
async function picture(person, name, options = {}) {
  await person.page.waitForTimeout(1600); // the button rests, and the cards turn
  await person.page.screenshot({ path: `${folder}/${name}.png`, ...options });
}

try {
  await mkdir(folder, { recursive: true });
  const host = await Person.arrive(browser, server.url, DESK);
  await host.page.getByLabel('Title, if you like').fill('Sprint 12');
  await host.page.getByRole('button', { name: 'Fibonacci', exact: true }).click();
  const link = await host.page.getByLabel('Link to vote').inputValue();
  const people = {};
  for (const name of Object.keys(first)) {
    const settings = name === 'Béla' ? { ...PHONE, ...DARK } : PHONE;
    people[name] = await Person.arrive(browser, link, settings);
    await people[name].join(name);
  }

  await host.page.locator('summary', { hasText: 'Upcoming topics' }).click();
  await host.page
    .getByLabel('Write or paste topics')
    .fill('Login with a passkey\nExport the history\nA calmer start page');
  await host.press('Add to the list');
  await host.page.locator('summary', { hasText: 'Timer' }).click();
  await host.page.getByText('2 min', { exact: true }).click();
  await host.page.locator('summary', { hasText: 'Timer' }).click();
  await host.page.evaluate(() => scrollTo(0, 0));
  await picture(host, 'plan');
  await host.page.locator('summary', { hasText: 'Upcoming topics' }).click();

  await host.press('Begin voting');
  for (const [name, face] of Object.entries(first).slice(0, -1)) await people[name].vote(face);
  await people.Ana.sees('4 of 5 have voted');
  await picture(people.Ana, 'phone');
  await people.Eszter.vote(first.Eszter);
  await host.press('Vote again');
  for (const [name, face] of Object.entries(second)) await people[name].vote(face);
  await host.seesNumber('Average', '5.60');
  await picture(host, 'control');
  await picture(people.Béla, 'phone-dark', { fullPage: true });
  await host.page.emulateMedia(DARK);
  await host.page.setViewportSize({ width: 1100, height: 1250 });
  await host.page.locator('summary', { hasText: 'History' }).click();
  await host.sees('Login with a passkey');
  await host.page.evaluate(() => scrollTo(0, 0));
  await picture(host, 'control-dark');
  await filmReveal(browser, server, `${folder}/reveal.webp`);
} finally {
  await browser.close();
  await server.kill();
}
