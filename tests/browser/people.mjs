// People with browsers of their own: each a separate context, as on separate devices.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that a test has laid over the server's comes from nowhere, for Chromium, and may ask for nothing here.
  '--disable-features=LocalNetworkAccessChecks',
  // Nothing outside of this machine can be reached, so a third-party request shows as an error.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** How long anything may take before a test gives up. */
const PATIENCE_MS = 15_000;

/** Chromium's headless shell, where Debian puts it, or where CHROMIUM says. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What Chromium says when a server refuses a request, whatever asked. */
const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/;

/**
 * Whoever goes on at once cuts short what comes once a page stands: the icon, what few need, and the home page's looks at
 * its last sessions.
 */
const CUT_SHORT = /\/(favicon[\w-]*\.svg|assets\/[\w-]+\.(js|css)|api\/[0-9a-z]{12}) net::ERR_ABORTED$/;

/** Runs in the page, before anything of it does. */
function tellViolations() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`${violatedDirective} forbids ${blockedURI}`);
  });
}

/** Runs in the page as well: its clock is `offMs` ahead. */
function shiftClock(offMs) {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...when) {
      super(...(when.length === 0 ? [Right.now() + offMs] : when));
    }
    static now() {
      return Right.now() + offMs;
    }
  };
}

/** Runs in the page, too: a browser that blocks cookies refuses these as well. */
function refuseStorage() {
  const refuse = () => {
    throw new DOMException('The request was denied.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get: refuse });
  }
}

/** Somebody at a page, with what their browser complained about. */
export class Person {
  /** @type {string[]} */
  complaints = [];
  /** The requests that the server refused, as `422 /api/…`. @type {string[]} */
  refusals = [];
  #underway = new Set();

  /** `clockOffMs`: how far the clock of their device is ahead. `hasStorage`: whether the browser gives the page any. */
  static async arrive(browser, url, { clockOffMs = 0, hasStorage = true, ...settings } = {}) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...settings });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(tellViolations);
    if (!hasStorage) await context.addInitScript(refuseStorage);
    if (clockOffMs !== 0) await context.addInitScript(shiftClock, clockOffMs);
    const page = await context.newPage();
    const person = new Person();
    person.context = context;
    person.page = page;
    person.#listen(new URL(url).host);
    await page.goto(url);
    return person;
  }

  #listen(host) {
    const { page, complaints } = this;
    const judge = (url) => {
      if (new URL(url).host !== host) complaints.push(`third-party request: ${url}`);
    };
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const refused = REFUSED.exec(message.text());
      if (refused === null) return complaints.push(`console: ${message.text()}`);
      this.refusals.push(`${refused[1]} ${new URL(message.location().url).pathname}`);
    });
    page.on('request', (request) => {
      judge(request.url());
      this.#underway.add(request);
    });
    page.on('requestfinished', (request) => this.#underway.delete(request));
    page.on('websocket', (socket) => judge(socket.url()));
    page.on('requestfailed', (request) => {
      this.#underway.delete(request);
      const failed = `${request.url()} ${request.failure()?.errorText}`;
      if (!CUT_SHORT.test(failed)) complaints.push(`failed request: ${failed}`);
    });
  }

  /** Fails if this browser complained about anything, or the server refused it more than `refusals`. */
  async isCalm(...refusals) {
    // What the page has said until now has been heard once it answers.
    await this.page.evaluate(() => undefined);
    assert.deepEqual(this.complaints, []);
    assert.deepEqual(this.refusals, refusals);
  }

  /** Loads the page again, once nothing of it is on its way: what a reload cuts short has failed. */
  async reload() {
    await this.#settle();
    await this.page.reload();
  }

  /** Goes to another page in the same manner. */
  async go(url) {
    await this.#settle();
    await this.page.goto(url);
  }

  async #settle() {
    while (this.#underway.size > 0) await this.page.waitForEvent('requestfinished');
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
    await this.page
      .locator(`button:not([aria-disabled="true"])`, { hasText: name })
      .first()
      .click();
  }

  /** Opens the seat, where it stands what can be done about it. */
  async kick(name) {
    await this.page.getByTitle(name, { exact: true }).click();
    await this.page.getByRole('button', { name: `Kick ${name}`, exact: true }).click();
  }

  takeBackControl() {
    return this.#tapUntilSure('Take back all others', 'Sure? Take them back');
  }

  /** What can't be undone asks once, and takes no second tap that comes as fast as a double click. */
  async #tapUntilSure(first, second) {
    await this.page.getByRole('button', { name: first, exact: true }).click();
    const sure = this.page.getByRole('button', { name: second, exact: true });
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
