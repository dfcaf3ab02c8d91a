/**
 * When `then`, a date by the server's clock, was by this device's: the server's stood at `serverNow` when the device's
 * stood at `date`. What is measured and shown is by the clock that the reader sees; either may be wrong.
 */
export function ownDate(then: number, serverNow: number, date: number): number {
  return date - (serverNow - then);
}
