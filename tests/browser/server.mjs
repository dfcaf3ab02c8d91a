// The binary, as a user starts it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const { PAJTHY_BINARY: binary, ...env } = process.env; // the server has no such option
if (!binary) throw new Error('PAJTHY_BINARY must name the binary to test');

/**
 * Starts a server on `port` (0: a free one) and waits until it says where it is.
 * @returns {Promise<{url: string, port: number, stop: () => Promise<number>, kill: () => Promise<void>}>}
 */
export async function startServer({ port = 0, options = [] } = {}) {
  const child = spawn(binary, ['--port', String(port), '--address', '127.0.0.1', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const gone = once(child, 'exit');
  const url = await Promise.race([
    firstUrl(child.stdout),
    gone.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ]);
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await gone;
    return code;
  };
  return {
    url,
    port: Number(new URL(url).port),
    /** The exit status after SIGTERM. */
    stop: () => end('SIGTERM'),
    /** As when the machine dies. */
    kill: () => end('SIGKILL').then(() => undefined),
  };
}

async function firstUrl(output) {
  for await (const line of createInterface({ input: output })) {
    const found = /http:\S+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('the server never said where it is');
}
