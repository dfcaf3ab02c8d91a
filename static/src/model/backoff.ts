const FIRST_MS = 200;
const LONGEST_MS = 4000;

/**
 * How long to wait before try number `attempt` (0 is the first retry): 0.2 s doubling to 4 s, of which
 * the upper half is left to chance (`random` is in [0, 1)), so that a room full of pages does not
 * come back in one instant.
 */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  return full * (0.5 + random / 2);
}
