// The verdict: every figure beside its limit.
import { Histogram } from './histogram.mjs';
import { median, slopeOf } from './trend.mjs';

const MOST_LATENCY_MS = 1_000;

// Of the time, for a core that something else has. On two cores, the load itself is up to a fifth.
const MOST_WAITING = 0.25;

const MOST_GROWTH_MIB_PER_HOUR = 1;

// Shorter, the allocator's own settling is larger than any leak worth the name.
const MEMORY_JUDGED_FROM_MINUTES = 10;
const LONGEST_WARM_UP_S = 300;

// The two counts are not taken at the same moment, the client notices a cut later than the server, and
// a server without a core accepts late: all that comes and goes, and what leaks only grows.
const MOST_DESCRIPTOR_DRIFT = 20;

// By then, at least one client that doesn't read has filled all that the kernel takes for it.
const CUTS_EXPECTED_FROM_MINUTES = 2;

/** @typedef {{what: string, figure: string, verdict: 'ok' | 'FAILED' | 'open'}} Row */

/** @returns {Row[]} */
export function judge({ minutes, samples, crew, server, baseline, end }) {
  const { cut, ...latencies } = crew.latencies;
  return [
    ...judgeLatency(latencies, samples),
    ...judgeFaults(crew.faults),
    tellTraffic(crew.counts),
    judgeAnswers(crew.statuses),
    judgeCuts(cut, minutes),
    judgeDescriptors(samples, baseline, end),
    judgeMemory(samples, minutes),
    row('log', server.log.complaints === 0, [
      `${server.log.lines} lines, ${server.log.complaints} warnings`,
      ...server.log.examples,
    ]),
    row('gauges at the end', isEmpty(end.metrics), [
      `sessions ${end.metrics.sessions}, websockets ${end.metrics.websockets}, ` +
        `connections ${end.metrics.connections} (the one that asks)`,
    ]),
    row('exit status', end.status === 0, [`${end.status}`]),
  ];
}

/** Whether nobody is left but who asks. */
export function isEmpty(metrics) {
  return metrics.sessions === 0 && metrics.websockets === 0 && metrics.connections === 1;
}

function row(what, good, [figure, ...details]) {
  return { what, figure, details, verdict: good ? 'ok' : 'FAILED' };
}

function judgeLatency(latencies, samples) {
  const rows = Object.entries(latencies).map(([kind, plain]) => {
    const histogram = Histogram.of([plain]);
    const figure = `p50 ${ms(histogram.percentile(50))}  p99 ${ms(histogram.percentile(99))}  max ${ms(histogram.max)}  of ${histogram.count}`;
    return row(`latency: ${kind}`, histogram.max <= MOST_LATENCY_MS, [figure]);
  });
  const bad = rows.some(({ verdict }) => verdict !== 'ok');
  return [...rows, judgeLoad(samples, bad), judgeMachine(samples, bad)];
}

// A loop that was late itself has seen everything late.
function judgeLoad(samples, bad) {
  const loopDelay = Math.max(...samples.map((sample) => sample.loopDelay));
  const figure = `its own loops were late by up to ${loopDelay.toFixed(0)} ms`;
  if (loopDelay <= MOST_LATENCY_MS / 2) return row('load', true, [figure]);
  const details = ['the load was the bottleneck: the latencies say little of the server'];
  return { what: 'load', figure, details, verdict: bad ? 'FAILED' : 'open' };
}

// What else runs here takes its time from the server, too.
function judgeMachine(samples, bad) {
  const last = samples.at(-1);
  const waited = (last.waited - samples[0].waited) / last.at;
  const figure = `the server waited for a core for ${(waited * 100).toFixed(0)} % of the time`;
  if (waited <= MOST_WAITING) return row('machine', true, [figure]);
  const details = ['the machine was busy: the latencies say little of the server'];
  return { what: 'machine', figure, details, verdict: bad ? 'FAILED' : 'open' };
}

function judgeFaults(faults) {
  const rows = Object.entries(faults).map(([kind, { count, examples }]) =>
    row(`fault: ${kind}`, false, [`${count}`, ...examples]),
  );
  return rows.length === 0 ? [row('faults', true, ['none'])] : rows;
}

function judgeAnswers(statuses) {
  const figure = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  const broken = Object.keys(statuses).filter((status) => status >= 500);
  return row('answers', broken.length === 0, [figure.join(', ')]);
}

function tellTraffic(counts) {
  return row('traffic', true, [
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  ]);
}

function judgeCuts(cut, minutes) {
  const what = 'stalled clients';
  if (!cut) return row(what, minutes < CUTS_EXPECTED_FROM_MINUTES, ['none cut']);
  const times = Histogram.of([cut]);
  const [half, most] = [times.percentile(50), times.max].map((t) => (t / 1_000).toFixed(1));
  return row(what, true, [`${cut.count} cut, p50 after ${half} s, max ${most} s`]);
}

function judgeDescriptors(samples, baseline, end) {
  const surplus = samples.map(({ descriptors, open }) => descriptors - baseline - open);
  const third = Math.ceil(surplus.length / 3);
  const drift = median(surplus.slice(-third)) - median(surplus.slice(0, third));
  const good = drift <= MOST_DESCRIPTOR_DRIFT && end.descriptors === baseline;
  return row('descriptors', good, [
    `${baseline} before, ${end.descriptors} after; beside the clients' own ` +
      `${Math.min(...surplus)} to ${Math.max(...surplus)}, drift ${drift}`,
  ]);
}

function judgeMemory(samples, minutes) {
  const warmUp = Math.min(LONGEST_WARM_UP_S, samples.at(-1).at / 3);
  const warm = samples.filter(({ at }) => at >= warmUp).map(({ at, rss }) => [at, rss]);
  const trend = slopeOf(warm);
  const range = `${mib(samples[0].rss)} to ${mib(samples.at(-1).rss)} MiB`;
  if (!trend) return { what: 'memory', figure: range, details: [], verdict: 'open' };

  const perHour = (slope) => (slope * 3_600) / 1_024;
  const [slope, margin] = [perHour(trend.slope), perHour(trend.margin)];
  const figure = `${range}; ${signed(slope)} ± ${margin.toFixed(2)} MiB an hour`;
  const memory = { what: 'memory', figure, details: [] };
  if (minutes < MEMORY_JUDGED_FROM_MINUTES)
    return { ...memory, details: ['too short a run to judge'], verdict: 'open' };
  // It fails if all of the interval is beyond the limit, and holds if none of it is.
  if (slope - margin > MOST_GROWTH_MIB_PER_HOUR) return { ...memory, verdict: 'FAILED' };
  if (slope + margin <= MOST_GROWTH_MIB_PER_HOUR) return { ...memory, verdict: 'ok' };
  return { ...memory, details: ['within the noise of a run of this length'], verdict: 'open' };
}

function ms(time) {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}

export function mib(kib) {
  return (kib / 1_024).toFixed(1);
}

function signed(value) {
  return `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
}
