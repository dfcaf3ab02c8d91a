// The binary, as a user starts it: its log, and what the system says about its process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { createInterface } from 'node:readline';

const CLOCK_TICKS_PER_SECOND = 100;
const EXAMPLES = 20;

/** Starts it on a free port. It doesn't outlive this process, however that ends. */
export async function startServer(binary, options) {
  const { PAJTHY_BINARY: _, ...env } = process.env; // the server has no such option
  const child = spawn(binary, ['--address', '127.0.0.1', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  process.on('exit', () => child.kill('SIGKILL'));
  const server = new Server(child);
  await server.untilReady();
  return server;
}

class Server {
  port;
  log = { lines: 0, complaints: 0, examples: [] };
  #child;
  #gone;
  #stopping = false;

  constructor(child) {
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.#note(line));
    // With its output read to the end, so that it can say why.
    this.#gone = once(child, 'close').then(([code, signal]) => {
      if (!this.#stopping) this.#mourn(code ?? signal);
      return code ?? signal;
    });
  }

  async untilReady() {
    const [line] = await once(createInterface({ input: this.#child.stdout }), 'line');
    this.port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(line)[1]);
  }

  /** What it ends with after SIGTERM: a status, or the signal that it took. */
  async stop(ms) {
    this.#stopping = true;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), ms);
    const end = await this.#gone;
    clearTimeout(timer);
    return end;
  }

  async metrics() {
    const text = await get(`http://127.0.0.1:${this.port}/metrics`);
    const lines = text.matchAll(/^pajthy_(\w+) (\d+)$/gm);
    return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
  }

  /**
   * What the system says about the process: resident memory in KiB, open descriptors, and the seconds
   * of a core that it has used, and has waited for one.
   */
  async vitals() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) await this.#gone;
    const rss = Number(/^VmRSS:\s+(\d+) kB/m.exec(this.#read('status'))[1]);
    const descriptors = readdirSync(`/proc/${this.#child.pid}/fd`).length;
    const [user, system] = this.#read('stat').split(') ')[1].split(' ').slice(11, 13);
    const used = (Number(user) + Number(system)) / CLOCK_TICKS_PER_SECOND;
    const waited = Number(this.#read('schedstat').split(' ')[1]) / 1e9;
    return { rss, descriptors, used, waited };
  }

  #read(file) {
    return readFileSync(`/proc/${this.#child.pid}/${file}`, 'utf8');
  }

  // A line that isn't of the log comes from whatever has gone wrong.
  #note(line) {
    this.log.lines += 1;
    if (/^\d{4}-\S+ (debug|info) /.test(line)) return;
    this.log.complaints += 1;
    if (this.log.examples.length < EXAMPLES) this.log.examples.push(line);
  }

  // Nothing is left to measure.
  #mourn(end) {
    const lines = [`the server has ended with ${end}`, ...this.log.examples];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exit(1);
  }
}

/** The text of an answer, over a connection of its own. */
function get(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: false, timeout: 10_000 }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    request.on('timeout', () => request.destroy(new Error(`no answer from ${url}`)));
    request.on('error', reject);
  });
}
