// What every thread of the load does beside its load: it reports, and stops when it is told to.
import { parentPort } from 'node:worker_threads';
import { connections } from './connections.mjs';
import { callItADay, isOver, pause } from './pauses.mjs';
import { hangUp } from './rest.mjs';
import { fault, latencies, takeReport } from './tally.mjs';

const REPORT_EVERY_MS = 1_000;

function report() {
  parentPort.postMessage({ report: { ...takeReport(), open: connections.open } });
}

/** Tells the main thread that the load is complete. */
export function tellReady(news = {}) {
  parentPort.postMessage({ ready: news });
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
export async function runThread(work) {
  parentPort.postMessage({ latencies });
  parentPort.once('message', callItADay);
  const timer = setInterval(report, REPORT_EVERY_MS);
  await work();
  hangUp();
  while (connections.open !== 0) await pause(20);
  clearInterval(timer);
  report();
  parentPort.postMessage({ done: true });
  parentPort.close();
}
