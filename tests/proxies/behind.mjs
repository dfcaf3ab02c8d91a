// Usage: PAJTHY_BINARY=... node behind.mjs nginx|haproxy|caddy|apache
//
// What is promised of pajthy holds behind the real proxy with each configuration that is shipped for it
// (scripts/deploy): at the root of a host and under a path.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { promises } from './promises.mjs';
import { names } from './proxies.mjs';
import { setScene } from './scene.mjs';

const [name] = process.argv.slice(2);
assert(names.includes(name), `usage: behind.mjs ${names.join('|')}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const BASES = { root: '', path: '/tools/pajthy' };
const TIMEOUT_MS = 60_000;

// Both at once: most of it is waiting.
describe(`behind ${name}`, { concurrency: true, timeout: TIMEOUT_MS }, () => {
  for (const [place, base] of Object.entries(BASES)) {
    test(place, async (t) => {
      const scene = await setScene({ name, place, base });
      t.after(() => scene.end());
      let kept = 0;
      for (const [sentence, keeps] of Object.entries(promises)) {
        await t.test(sentence, async () => {
          await keeps(scene);
          kept += 1;
        });
      }
      if (kept < Object.keys(promises).length) {
        process.stderr.write(`${scene.server.output()}\n${scene.proxy.output()}`);
      }
    });
  }
});
