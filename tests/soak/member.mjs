// What every process of the load does beside its load: it reports, and stops when it is told to.
import { connections } from './connections.mjs';
import { callItADay, isOver, pause } from './pauses.mjs';
import { hangUp } from './rest.mjs';
import { fault, takeReport } from './tally.mjs';

const REPORT_EVERY_MS = 1_000;

function report() {
  process.send({ report: { ...takeReport(), open: connections.open } });
}

/** Tells the main process that the load is complete. */
export function tellReady(news = {}) {
  process.send({ ready: news });
}

/** Notes what ends `what` before the run is over. */
export async function guarded(what) {
  try {
    await what();
  } catch (error) {
    if (!isOver()) fault('broken session', error.message);
  }
}

/** `work` ends soon after the end was called, with nothing left open. */
export async function runMember(work) {
  process.on('SIGINT', () => undefined); // of the terminal: the main process says when it is over
  process.on('disconnect', () => process.exit());
  process.once('message', callItADay);
  const timer = setInterval(report, REPORT_EVERY_MS);
  await work();
  hangUp();
  while (connections.open !== 0) await pause(20);
  clearInterval(timer);
  report();
  process.send({ done: true }, () => process.exit());
}
