// How much of everything there is, for so many sessions.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const FEWEST_VOTERS = 4;
const MOST_VOTERS = 8;
const SOCKETS_OF_SESSION = 1 + (FEWEST_VOTERS + MOST_VOTERS) / 2;

// For passing sessions, visitors, the API's connections and the program itself.
const SPARE_DESCRIPTORS = 2_000;

// 100 rounds a second are some 4,000 events: a modest part of a core, for a server as for this load.
const MOST_ROUNDS_PER_SECOND = 100;
const SHORTEST_PERIOD_MS = 2_000;

/** @returns how many processes and sessions of what pace, and the options of the server that fits. */
export function planFor(sessionsAsked) {
  const most = Math.floor((descriptorLimit() - SPARE_DESCRIPTORS) / SOCKETS_OF_SESSION);
  const sessions = Math.max(1, Math.min(sessionsAsked, most));
  const period = Math.max(SHORTEST_PERIOD_MS, (sessions / MOST_ROUNDS_PER_SECOND) * 1_000);
  // Nobody who plays is silent for so long; whoever doesn't is gone soon.
  const idle = 2.5 * period;
  return {
    sessions,
    period,
    idle,
    processes: Math.min(4, Math.max(2, availableParallelism() - 1), sessions),
    fewestVoters: FEWEST_VOTERS,
    mostVoters: MOST_VOTERS,
    passingPerSecond: Math.max(0.5, sessions / 500),
    visitsPerSecond: Math.max(2, sessions / 100),
    crowds: sessions < 100 ? 1 : 2,
    stalledEach: 4,
    // All clients come from one address. Every other limit stays as it is shipped.
    serverOptions: ['--rate-limits', 'off', '--session-idle', `${idle}ms`],
  };
}

// The server has the same limit; both raise the soft one to it by themselves.
function descriptorLimit() {
  const [, , hard] = /^Max open files\s+(\S+)\s+(\S+)/m.exec(
    readFileSync('/proc/self/limits', 'utf8'),
  );
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}
