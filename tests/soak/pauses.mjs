// Waiting: `pause` for what has to be waited out, `rest` for what ends early when the run does.

const sleepers = new Set();
let over = false;

/** Whether the run is over: whoever loops asks. */
export function isOver() {
  return over;
}

/** Ends the run: wakes everybody who rests. */
export function callItADay() {
  over = true;
  for (const wake of [...sleepers]) wake();
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// No race with one long-lived promise of the end: each race would stay with it for good.
function wakeAfter(ms, resolve) {
  const wake = () => {
    clearTimeout(timer);
    sleepers.delete(wake);
    resolve();
  };
  const timer = setTimeout(wake, over ? 0 : ms);
  sleepers.add(wake);
  return wake;
}

export function rest(ms) {
  return new Promise((resolve) => {
    wakeAfter(ms, resolve);
  });
}

/** Anything from nothing to `ms`. */
export function upTo(ms) {
  return Math.random() * ms;
}

/** What `promise` gives, or undefined if it takes longer or the run is over before. */
export function within(ms, promise) {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject).finally(wakeAfter(ms, resolve));
  });
}

/** Something to wait for, and the function that ends the waiting. */
export function promised() {
  let tell;
  const told = new Promise((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}
