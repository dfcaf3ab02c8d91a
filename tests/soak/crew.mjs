// The threads of the load, seen from the main thread.
import { createHistogram } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

export class Crew {
  #members = [];
  #worst = 0;
  #loopDelay = 0;

  /** Starts a thread; returns what it tells when its load is complete. */
  start(file, workerData) {
    const worker = new Worker(new URL(file, import.meta.url), { workerData });
    const member = { worker, report: undefined, latencies: undefined };
    this.#members.push(member);
    worker.on('error', (error) => {
      throw error;
    });
    member.done = new Promise((resolve) => {
      worker.on('message', (message) => message.done && resolve());
    });
    return new Promise((resolve) => {
      worker.on('message', ({ latencies, report, ready }) => {
        if (latencies) member.latencies = latencies;
        if (report) this.#take(member, report);
        if (ready) resolve(ready);
      });
    });
  }

  /** Returns when all have left. */
  async stop() {
    for (const { worker } of this.#members) worker.postMessage('stop');
    await Promise.all(this.#members.map(({ done }) => done));
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

  /** One histogram a kind of event, in microseconds. */
  latencies() {
    return merged(
      this.#members.map(({ latencies }) => latencies),
      (a, b) => {
        const both = createHistogram();
        for (const one of [a, b]) if (one.count !== 0) both.add(one);
        return both;
      },
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
