// The processes of the load, seen from the main one. Processes, because threads of Node can't be ended
// for sure while they have connections.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Histogram } from './histogram.mjs';

export class Crew {
  #members = [];
  #worst = 0;
  #loopDelay = 0;

  /** Starts a process; returns what it tells when its load is complete. */
  start(file, task) {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(task)]);
    const member = { child, report: undefined };
    this.#members.push(member);
    process.on('exit', () => child.kill('SIGKILL'));
    member.done = new Promise((resolve) => {
      child.on('message', ({ done }) => done && resolve());
    });
    child.on('exit', (status, signal) => {
      if (status === 0) return;
      process.stderr.write(`a process of the load has ended with ${status ?? signal}\n`);
      process.exit(1);
    });
    return new Promise((resolve) => {
      child.on('message', ({ report, ready }) => {
        if (report) this.#take(member, report);
        if (ready) resolve(ready);
      });
    });
  }

  /** Returns when all have left. */
  async stop() {
    for (const { child } of this.#members) child.send('stop');
    await Promise.all(this.#members.map(({ done }) => done));
  }

  /** Seconds of a core that all have used together. */
  get used() {
    return sumOf(this.#reports().map(({ used }) => used));
  }

  /** Connections that are open. */
  get open() {
    return sumOf(this.#reports().map(({ open }) => open));
  }

  get counts() {
    return merged(
      this.#reports().map(({ counts }) => counts),
      (a, b) => a + b,
    );
  }

  get statuses() {
    return merged(
      this.#reports().map(({ statuses }) => statuses),
      (a, b) => a + b,
    );
  }

  get faults() {
    return merged(
      this.#reports().map(({ faults }) => faults),
      (a, b) => ({
        count: a.count + b.count,
        examples: [...a.examples, ...b.examples].slice(0, 3),
      }),
    );
  }

  /** One histogram a kind of event, in ms. */
  get latencies() {
    return merged(
      this.#reports().map(({ latencies }) => latencies),
      (a, b) => Histogram.of([a, b]),
    );
  }

  /** The worst latency and loop delay, in ms, since the last time. */
  takeWorst() {
    const worst = { latency: this.#worst, loopDelay: this.#loopDelay };
    this.#worst = this.#loopDelay = 0;
    return worst;
  }

  #take(member, report) {
    member.report = report;
    this.#worst = Math.max(this.#worst, report.worst);
    this.#loopDelay = Math.max(this.#loopDelay, report.loopDelay);
  }

  #reports() {
    return this.#members.flatMap(({ report }) => report ?? []);
  }
}

function sumOf(values) {
  return values.reduce((total, value) => total + value, 0);
}

function merged(objects, join) {
  const out = {};
  for (const object of objects) {
    for (const [key, value] of Object.entries(object))
      out[key] = key in out ? join(out[key], value) : value;
  }
  return out;
}
