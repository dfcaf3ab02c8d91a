// Makes the README's picture anew: node screenshots.mjs FOLDER
import { openBrowser, Person } from './people.mjs';
import { startServer } from './server.mjs';
import { mkdir } from 'node:fs/promises';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node screenshots.mjs FOLDER');

const DESK = { viewport: { width: 1000, height: 640 }, deviceScaleFactor: 2 };
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 };

const browser = await openBrowser();
const server = await startServer();
try {
  await mkdir(folder, { recursive: true });
  const host = await Person.arrive(browser, server.url, DESK);
  await host.page.getByLabel('Title, if you like').fill('Sprint 12');
  await host.page.getByRole('button', { name: 'Fibonacci', exact: true }).click();
  const link = await host.page.getByLabel('Link to vote').inputValue();
  const votes = { Ana: '5', Béla: '8', 'Zoé 🦊': '5', Dani: '3', Eszter: '5' };
  const people = {};
  for (const name of Object.keys(votes)) {
    people[name] = await Person.arrive(browser, link, PHONE);
    await people[name].join(name);
  }
  await host.press('Begin voting');
  for (const [name, face] of Object.entries(votes).slice(0, -1)) await people[name].vote(face);
  await people.Ana.sees('4 of 5 have voted');
  await people.Ana.page.screenshot({ path: `${folder}/phone.png` });
  await people.Eszter.vote(votes.Eszter);
  await host.seesNumber('Average', '5.20');
  await host.page.getByRole('button', { name: 'Reset', disabled: false }).waitFor();
  await host.page.screenshot({ path: `${folder}/control.png` });
} finally {
  await browser.close();
  await server.kill();
}
