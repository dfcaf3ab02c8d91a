// Usage: PAJTHY_BINARY=FILE node soak.mjs MINUTES [SESSIONS]
//
// Keeps a server of its own busy with people who play, come and go, and with those who break off,
// break rules or never read; then holds every figure against its limit. Exit status 0: all is well.
import { Crew } from './crew.mjs';
import { isEmpty, judge, mib } from './judge.mjs';
import { planFor } from './plan.mjs';
import { startServer } from './server.mjs';

const USAGE = 'usage: scripts/soak MINUTES [SESSIONS]';
const WRONG_USE = 2;
const FAILED = 1;

const SAMPLE_EVERY_MS = 1_000;
const SAMPLES_OF_LINE = 10;
const LEAVING_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 15_000;

// Sessions in which strangers misbehave: as many as fit into a command line.
const MOST_VISITED = 200;

// Beyond --session-idle: a seat's absence is looked at 15 s after its last socket, and that counts as a
// touch; sessions go some dozens at a time.
const EXPIRY_PATIENCE_MS = 30_000;

const { minutes, sessions } = readArguments(process.argv.slice(2));
const binary = process.env.PAJTHY_BINARY;
if (!binary) throw new Error('PAJTHY_BINARY must name the binary to test');

// The server and the load go with this process, however it ends.
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
])
  process.on(signal, () => process.exit(128 + number));

const plan = planFor(sessions);
if (plan.sessions < sessions) say(`open files allow ${plan.sessions} sessions only`);
const server = await startServer(binary, plan.serverOptions);
await server.metrics();
const baseline = await steadyDescriptors();

const crew = new Crew();
await buildUp();
const samples = await watch();
say('everybody leaves');
await allLeave();
const metrics = await untilEmpty();
const descriptors = await steadyDescriptors();
const status = await server.stop(STOP_PATIENCE_MS);

const end = { metrics, descriptors, status };
const rows = judge({ minutes, samples, crew, server, baseline, end });
print(rows);
process.exit(rows.some(({ verdict }) => verdict === 'FAILED') ? FAILED : 0);

// --- The run

async function buildUp() {
  const { port } = server;
  const begun = performance.now();
  const groomers = Array.from({ length: plan.processes }, (_, i) =>
    crew.start('groomers.mjs', {
      ...plan,
      port,
      sessions: Math.floor((plan.sessions + i) / plan.processes),
      passingPerSecond: plan.passingPerSecond / plan.processes,
    }),
  );
  const ids = (await Promise.all(groomers)).flatMap((ready) => ready.ids);
  const apart = Math.ceil(ids.length / MOST_VISITED);
  const visited = ids.filter((_, i) => i % apart === 0);
  await crew.start('troublemakers.mjs', { ...plan, port, ids: visited });
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  say(`${ids.length} sessions after ${seconds} s; one round each ${plan.period / 1_000} s`);
}

/** A sample every second. */
async function watch() {
  const begun = performance.now();
  const samples = [await take()];
  while (samples.at(-1).at < minutes * 60) {
    await pause(SAMPLE_EVERY_MS);
    samples.push(await take());
    if (samples.length % SAMPLES_OF_LINE === 1) printLine(samples.slice(-SAMPLES_OF_LINE - 1));
  }
  return samples;

  async function take() {
    return {
      at: (performance.now() - begun) / 1_000,
      ...(await server.vitals()),
      ...crew.takeWorst(),
      open: crew.open,
      counts: crew.counts,
      usedByLoad: crew.used,
    };
  }
}

async function allLeave() {
  const timer = setTimeout(() => {
    process.stderr.write('the load does not come to its end\n');
    process.exit(FAILED);
  }, LEAVING_PATIENCE_MS);
  await crew.stop();
  clearTimeout(timer);
}

/** The metrics, once nobody is left but who asks; or the last ones when the patience is over. */
async function untilEmpty() {
  const deadline = performance.now() + plan.idle + EXPIRY_PATIENCE_MS;
  for (;;) {
    const metrics = await server.metrics();
    if (isEmpty(metrics) || performance.now() > deadline) return metrics;
    await pause(SAMPLE_EVERY_MS);
  }
}

/** Read twice in a row. */
async function steadyDescriptors() {
  const read = async () => (await server.vitals()).descriptors;
  for (let last = await read(); ; ) {
    await pause(100);
    const next = await read();
    if (next === last) return next;
    last = next;
  }
}

// --- Telling

/** What has happened since the first of these samples. */
function printLine(samples) {
  const [first, last] = [samples[0], samples.at(-1)];
  const seconds = last.at - first.at;
  const each = (what) =>
    (((last.counts[what] ?? 0) - (first.counts[what] ?? 0)) / seconds).toFixed(0);
  const share = (what) => `${(((last[what] - first[what]) / seconds) * 100).toFixed(0)} %`;
  const most = (what) => `${Math.max(...samples.slice(1).map((s) => s[what])).toFixed(0)} ms`;
  const faults = Object.values(crew.faults).reduce((total, { count }) => total + count, 0);
  say(
    [
      `${last.at.toFixed(0).padStart(5)} s`,
      `${last.open} connections`,
      `${each('rounds')} rounds/s`,
      `${each('events')} events/s`,
      `max ${most('latency')}`,
      `rss ${mib(last.rss)} MiB`,
      `fds ${last.descriptors}`,
      `cpu ${share('used')}, waited ${share('waited')}`,
      `load ${share('usedByLoad')}, late ${most('loopDelay')}`,
      `faults ${faults}`,
    ].join(' | '),
  );
}

function print(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, figure, details, verdict } of rows) {
    say(`${verdict.padEnd(6)}  ${what.padEnd(width)}  ${figure}`);
    for (const detail of details) say(`${' '.repeat(width + 10)}${detail}`);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

// --- Small things

function readArguments([minutesText, sessionsText = '1000', ...more]) {
  const read = { minutes: Number(minutesText), sessions: Number(sessionsText) };
  if (read.minutes > 0 && Number.isSafeInteger(read.sessions) && read.sessions > 0 && !more.length)
    return read;
  process.stderr.write(`${USAGE}\n`);
  return process.exit(WRONG_USE);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
