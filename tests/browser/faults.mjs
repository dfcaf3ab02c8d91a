// Faults of a page, each with all the places where it was seen.
import assert from 'node:assert/strict';

export class Faults {
  #places = new Map();

  /** `found` was seen at `place`, which is the state of a page and a screen. */
  add(found, state, place) {
    for (const fault of found) {
      const key = `${state}: ${fault}`;
      this.#places.set(key, [...(this.#places.get(key) ?? []), place]);
    }
  }

  /** Fails with all of them, if there are any. */
  areNone() {
    const told = [...this.#places].map(([fault, places]) => `${fault} (${places.join(', ')})`);
    assert.ok(told.length === 0, `\n${told.join('\n')}`);
  }
}
