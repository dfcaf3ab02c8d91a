// People with browsers of their own: each a separate context, as on separate devices.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing outside of this machine can be reached, so a third-party request shows as an error.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** How long anything may take before a test gives up. */
const PATIENCE_MS = 15_000;

/** Chromium, where Debian puts it, or where CHROMIUM says. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Somebody at a page, with what their browser complained about. */
export class Person {
  /** @type {string[]} */
  complaints = [];

  static async arrive(browser, url, settings = {}) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...settings });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const person = new Person();
    person.context = context;
    person.page = page;
    person.#listen(new URL(url).origin);
    await page.goto(url);
    return person;
  }

  #listen(origin) {
    this.page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    this.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin)) this.complaints.push(`third-party request: ${url}`);
    });
  }

  async join(name) {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Your name').press('Enter');
    await this.page.getByRole('group', { name: 'Your vote' }).waitFor();
  }

  card(face) {
    return this.page.getByRole('button', { name: face, exact: true });
  }

  async vote(face) {
    await this.card(face).click();
    await this.sees(`You voted ${face}`);
  }

  async press(name) {
    await this.page.locator(`button:not([aria-disabled="true"])`, { hasText: name }).first().click();
  }

  /** Kicking asks once, and takes no second tap that comes as fast as a double click. */
  async kick(name) {
    await this.page.getByRole('button', { name: `Kick ${name}`, exact: true }).click();
    const sure = this.page.getByRole('button', { name: `Really kick ${name}`, exact: true });
    while (await sure.isVisible()) await sure.click().catch(() => undefined);
  }

  /** Waits until this text is to be seen. */
  async sees(text) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits until the list of participants shows `name` with this standing. */
  async seesParticipant(name, standing) {
    await this.page
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ hasText: standing })
      .waitFor();
  }

  /** Waits until the result shows this number under this label. */
  async seesNumber(label, value) {
    await this.page
      .locator('dl > div')
      .filter({ hasText: label })
      .filter({ hasText: value })
      .waitFor();
  }

  leave() {
    return this.context.close();
  }
}
