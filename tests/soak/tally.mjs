// What one process of the load has seen, in milliseconds.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Histogram } from './histogram.mjs';

const EXAMPLES = 3;
const RESOLUTION_MS = 10;

// What the server takes its time for on purpose.
const UNHURRIED = new Set(['progress', 'cut']);

/**
 * From the request until the receiver has it, by kind of event. `answer` is the request's own,
 * `snapshot` that of a connection, and `cut` what it takes until a client that doesn't read is
 * thrown out.
 */
const latencies = {};
const counts = {};
const faults = {};
const statuses = {};
let worst = 0;

const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
loop.enable();

export function now() {
  return performance.now();
}

/** `ms` have passed between the request and what it caused; NaN if there was no such request. */
export function took(kind, ms) {
  if (Number.isNaN(ms)) return fault('unexpected', `${kind} that nobody has caused`);
  latencies[kind] ??= new Histogram();
  latencies[kind].record(ms);
  if (!UNHURRIED.has(kind)) worst = Math.max(worst, ms);
  return undefined;
}

export function count(what, by = 1) {
  counts[what] = (counts[what] ?? 0) + by;
}

export function answered(status) {
  statuses[status] = (statuses[status] ?? 0) + 1;
}

/** Something that must not happen. The first few are told in detail. */
export function fault(kind, detail) {
  faults[kind] ??= { count: 0, examples: [] };
  const seen = faults[kind];
  seen.count += 1;
  if (seen.examples.length < EXAMPLES) seen.examples.push(detail);
}

/** All of it since the start; the worst latency and the loop's worst delay since the last time. */
export function takeReport() {
  // The histogram has the time between two beats: what is over the beat is the delay.
  const loopDelay = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  const { user, system } = process.cpuUsage();
  const used = (user + system) / 1e6;
  const report = { used, latencies, counts, faults, statuses, worst, loopDelay };
  worst = 0;
  loop.reset();
  return report;
}
