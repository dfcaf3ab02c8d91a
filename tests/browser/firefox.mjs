// Firefox, by what it brings along: Marionette, which takes WebDriver's commands (w3.org/TR/webdriver2) over TCP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PATIENCE_MS, Reader } from './webdriver.mjs';

const PREFS = {
  'marionette.port': 0, // a free one
  // Nothing outside of this machine is asked.
  'services.settings.server': 'data:,none',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Where Debian puts it, or where FIREFOX says. */
export const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/** Starts Firefox with a profile of its own. */
export async function openFirefox() {
  const profile = await mkdtemp(join(tmpdir(), 'pajthy-firefox-'));
  const prefs = Object.entries(PREFS).map(([name, value]) => {
    return `user_pref("${name}", ${JSON.stringify(value)});\n`;
  });
  await writeFile(join(profile, 'user.js'), prefs.join(''));
  const flags = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
  const child = spawn(firefox, [...flags, '--profile', profile], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // As root it starts in no home of somebody else, and it leaves nothing in one.
    env: { ...process.env, HOME: profile },
  });
  const gone = once(child, 'exit');
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  let marionette;
  try {
    const port = await portIn(child.stdout);
    child.stdout.resume();
    marionette = await Marionette.reach(port);
    await marionette.ask('WebDriver:NewSession', { timeouts: { implicit: PATIENCE_MS } });
  } catch (error) {
    await end();
    throw error;
  }
  return {
    arrive: (url) =>
      Reader.arrive((name, parameters) => marionette.ask(`WebDriver:${name}`, parameters), url),
    /** What the browser's console has on pages below `url`, their policy's refusals included. */
    async complaints(url) {
      await marionette.ask('Marionette:SetContext', { value: 'chrome' });
      const value = await marionette.ask('WebDriver:ExecuteScript', {
        script: `return (${complaintsAbout})(...arguments);`,
        args: [url],
      });
      await marionette.ask('Marionette:SetContext', { value: 'content' });
      return value;
    },
    close() {
      marionette.leave();
      return end();
    },
  };
}

async function portIn(output) {
  for await (const line of createInterface({ input: output })) {
    const found = /Marionette\s+INFO\s+Listening on port (\d+)/.exec(line);
    if (found) return Number(found[1]);
  }
  throw new Error('Firefox never said where it listens');
}

/** Runs in the browser itself, beside all pages. */
function complaintsAbout(url) {
  return Services.console
    .getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(
      ({ sourceName, errorMessage }) => sourceName.startsWith(url) || errorMessage.includes(url),
    )
    .map(({ errorMessage }) => errorMessage);
}

/**
 * Sends commands, each as `length:[0,id,name,parameters]`. Answers come in their order, as `length:[1,id,error,value]`,
 * after a greeting without an id.
 */
class Marionette {
  #socket;
  #id = 0;
  #bytes = Buffer.alloc(0);
  #waiting = [];

  static async reach(port) {
    const marionette = new Marionette();
    marionette.#socket = connect(port, '127.0.0.1');
    const greeting = marionette.#next();
    marionette.#socket.on('data', (bytes) => marionette.#take(bytes));
    marionette.#socket.on('close', () => marionette.#giveUp());
    marionette.#socket.on('error', () => undefined); // `close` follows
    await greeting;
    return marionette;
  }

  async ask(name, parameters) {
    this.#id += 1;
    const text = JSON.stringify([0, this.#id, name, parameters]);
    const answer = this.#next();
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, value] = await answer;
    if (error !== null) throw new Error(`${name} ${JSON.stringify(parameters)}: ${error.message}`);
    // Some answers are values, others have one.
    return value !== null && 'value' in value ? value.value : value;
  }

  leave() {
    this.#socket.destroy();
  }

  #next() {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  #take(bytes) {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const start = this.#bytes.indexOf(':') + 1;
      const end = start + Number(this.#bytes.toString('latin1', 0, start - 1));
      if (start === 0 || this.#bytes.length < end) return;
      this.#waiting.shift()?.resolve(JSON.parse(this.#bytes.toString('utf8', start, end)));
      this.#bytes = this.#bytes.subarray(end);
    }
  }

  #giveUp() {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('Firefox is gone'));
  }
}
