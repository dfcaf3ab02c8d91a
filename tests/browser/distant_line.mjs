// A line to a server far away: what takes a round trip takes one here, and is counted. It imitates what TCP does, and the
// handshake of TLS 1.3 if there is to be one: a connection costs a trip before it carries a request, or two; a request
// costs one; and an answer comes in flights, the first of ten segments, each next twice as large and a trip later.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const SEGMENT = 1460;
const FIRST_WINDOW = 10 * SEGMENT;

/** By the same clock as a page's `performance.timeOrigin + performance.now()`. */
const now = () => performance.timeOrigin + performance.now();

/** A TCP proxy to `port`, on a port of its own, with a round trip of `tripMs`. */
export async function distantLine(port, { tripMs = 150, hasTls = false } = {}) {
  const setupTrips = hasTls ? 2 : 1;
  /** What has reached the browser: when, after how many trips, and how much. */
  let arrivals = [];
  let connections = 0;
  const nears = new Set();
  /** The trips that the browser has waited for, for all that it has until now. */
  const tripsUntilNow = () => tripsUntil(now());
  const tripsUntil = (moment) =>
    arrivals.reduce((most, { at, trips }) => (at <= moment ? Math.max(most, trips) : most), 0);

  const server = createServer((near) => {
    nears.add(near);
    connections += 1;
    const readyAt = now() + setupTrips * tripMs;
    const readyTrips = tripsUntilNow() + setupTrips;
    const far = connect(port, '127.0.0.1');
    const waiting = [];
    let window = FIRST_WINDOW;
    let inFlight = 0;
    let trips = 0;

    near.on('data', (bytes) => {
      const sent = Math.max(tripsUntilNow(), readyTrips);
      setTimeout(
        () => {
          trips = Math.max(trips, sent + 1);
          far.write(bytes);
        },
        Math.max(0, readyAt - now()) + tripMs / 2,
      );
    });
    far.on('data', (bytes) => {
      waiting.push(bytes);
      send();
    });

    /** Sends what the window has room for. */
    function send() {
      while (waiting.length > 0 && inFlight < window) {
        const flight = waiting[0].subarray(0, window - inFlight);
        if (flight.length === waiting[0].length) waiting.shift();
        else waiting[0] = waiting[0].subarray(flight.length);
        const ofFlight = trips;
        inFlight += flight.length;
        setTimeout(() => {
          if (near.destroyed) return; // of a visit before this one
          near.write(flight);
          arrivals.push({ at: now(), trips: ofFlight, bytes: flight.length });
        }, tripMs / 2);
        setTimeout(() => {
          inFlight -= flight.length;
          window += flight.length;
          trips = Math.max(trips, ofFlight + 1);
          send();
        }, tripMs);
      }
    }

    const end = () => {
      nears.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const side of [near, far]) side.on('error', end);
    near.on('close', end);
    // What is on its way still arrives.
    far.on('close', () => setTimeout(end, tripMs));
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Counts anew, from a browser that is not connected. */
    reset() {
      for (const near of nears) near.destroy();
      arrivals = [];
      connections = 0;
    },
    /** What it has taken until `moment`. */
    until(moment) {
      const before = arrivals.filter(({ at }) => at <= moment);
      return {
        trips: tripsUntil(moment),
        bytes: before.reduce((sum, { bytes }) => sum + bytes, 0),
        connections,
      };
    },
    close() {
      for (const near of nears) near.destroy();
      server.close();
    },
  };
}
