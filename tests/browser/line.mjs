// A line to a server that the test can spoil: it goes silent, is slow, or is cut. What gets through keeps its order.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A TCP proxy to `port`, on a port of its own. */
export async function spoilableLine(port) {
  const pairs = new Set();
  let isSilent = false;
  let delayMs = 0;

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair = { near, far, isSilent };
    pairs.add(pair);
    pass(pair, near, far);
    pass(pair, far, near);
    const end = () => {
      // A line that is silent does not tell even that it ended.
      if (pair.isSilent) return;
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const side of [near, far]) side.on('close', end).on('error', end);
  });

  function pass(pair, from, to) {
    from.on('data', (bytes) => {
      if (pair.isSilent) return;
      if (delayMs === 0) return void to.write(bytes);
      setTimeout(() => !pair.isSilent && to.write(bytes), delayMs);
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** From now on nothing comes through what is connected, and nobody is told; `forAll`: nor through what will be. */
    goSilent({ forAll = false } = {}) {
      isSilent = forAll;
      for (const pair of pairs) pair.isSilent = true;
    },
    /** What is connected from now on comes through. */
    recover() {
      isSilent = false;
    },
    /** From now on everything takes `ms` more, each way. Never less than before: that would change the order. */
    delay(ms) {
      delayMs = Math.max(delayMs, ms);
    },
    /** Everything that is connected ends. */
    cut() {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      pairs.clear();
    },
    close() {
      this.cut();
      server.close();
    },
  };
}
