// WebKit, as Debian has it: its driver takes WebDriver's commands over HTTP and opens the browser on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { PATIENCE_MS, Reader } from './webdriver.mjs';

/** Where Debian puts it, or where WEBKIT says. */
export const webkit = process.env.WEBKIT ?? '/usr/bin/WebKitWebDriver';

/** What is looked for while the page goes on to another is to be looked for there. */
const GONE_ON = /before the unload event/;

/** How each command goes over HTTP; what stands in braces is a parameter. */
const COMMANDS = {
  NewWindow: 'POST /window/new',
  SwitchToWindow: 'POST /window',
  Navigate: 'POST /url',
  Refresh: 'POST /refresh',
  Back: 'POST /back',
  ExecuteScript: 'POST /execute/sync',
  FindElement: 'POST /element',
  ElementClick: 'POST /element/{id}/click',
  ElementClear: 'POST /element/{id}/clear',
  ElementSendKeys: 'POST /element/{id}/value',
  GetElementProperty: 'GET /element/{id}/property/{name}',
};

/** Starts WebKit with a home of its own. */
export async function openWebkit() {
  const home = await mkdtemp(join(tmpdir(), 'pajthy-webkit-'));
  const started = [];
  const end = async () => {
    for (const { child, gone } of started.reverse()) {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await gone;
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const start = (program, args, options) => {
    const child = spawn(program, args, options);
    const gone = once(child, 'exit').catch(() => undefined);
    started.push({ child, gone });
    return child;
  };
  try {
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
    // It picks a free display, and says which.
    const xvfb = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24'], { stdio });
    const [display] = await Promise.race([
      once(xvfb.stdio[3], 'data'),
      once(xvfb, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
    ]);
    const env = {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    };
    const port = await freePort();
    start(webkit, [`--port=${port}`], { stdio: 'ignore', env });
    const driver = `http://127.0.0.1:${port}`;
    await ready(driver);
    const capabilities = { alwaysMatch: { timeouts: { implicit: PATIENCE_MS } } };
    const { sessionId } = await ask(`${driver}/session`, 'POST', { capabilities });
    return browserOf(`${driver}/session/${sessionId}`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function browserOf(session, end) {
  const command = async (name, parameters) => {
    const [method, path] = COMMANDS[name].split(' ');
    const place = path.replace(/\{(\w+)\}/g, (_, key) => parameters[key]);
    try {
      return await ask(session + place, method, method === 'GET' ? undefined : parameters);
    } catch (error) {
      if (!GONE_ON.test(error.message)) throw error;
      return command(name, parameters);
    }
  };
  const readers = [];
  return {
    async arrive(url) {
      const reader = await WebkitReader.arrive(command, url);
      readers.push(reader);
      return reader;
    },
    /** What the pages complained about, as far as their own scripts can tell. */
    async complaints() {
      for (const reader of readers) await reader.hear();
      return readers.flatMap(({ complaints }) => complaints);
    },
    async close() {
      await ask(session, 'DELETE').catch(() => undefined); // it may be gone already
      await end();
    },
  };
}

/** Runs in the page. */
function listen() {
  window.complaints = [];
  const complain = (text) => window.complaints.push(String(text));
  window.addEventListener('error', ({ message }) => complain(message));
  window.addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    complain(`${violatedDirective} forbids ${blockedURI}`);
  });
  console.error = console.warn = complain;
}

/** The driver tells nothing of a page's console: the page is asked itself, before it goes. */
class WebkitReader extends Reader {
  complaints = [];

  async go(url) {
    await this.hear();
    await super.go(url);
    await this.#listen();
  }

  async reload() {
    await this.hear();
    await super.reload();
    await this.#listen();
  }

  async back() {
    await this.hear();
    await super.back();
    await this.#listen();
  }

  async hear() {
    this.complaints.push(...(await this.run('return window.complaints ?? [];')));
    await this.run('window.complaints?.splice(0);');
  }

  #listen() {
    return this.run(`if (!window.complaints) (${listen})();`);
  }
}

async function ask(url, method, parameters) {
  const body = parameters && JSON.stringify(parameters);
  const response = await fetch(url, { method, body });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url} ${body}: ${value.message}`);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until `driver` takes commands. */
async function ready(driver) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  while (!(await fetch(`${driver}/status`, { signal }).catch(() => undefined))) {
    await after(50, undefined, { signal });
  }
}
