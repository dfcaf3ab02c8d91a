// A program that a test starts, and that doesn't outlive it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';

const STOPPING_PATIENCE_MS = 3_000;

/**
 * Starts it with its output in the file `log`, and `folder` for whatever it wants to keep at home. It is
 * told to end when this process has gone, however that ended (prctl(2), PR_SET_PDEATHSIG).
 */
export function startProgram([program, ...args], { folder, log }) {
  const output = openSync(log, 'a'); // a file, since Apache opens /dev/stderr by its name
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], {
    detached: true, // a process group of its own: what ends it ends those that it has started, too
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  closeSync(output);
  const gone = once(child, 'exit').catch((error) => appendFileSync(log, `${error.message}\n`));
  const kill = () => killGroup(child.pid);
  process.on('exit', kill);
  return {
    /** All that it has said. */
    output: () => readFileSync(log, 'utf8'),
    isGone: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, STOPPING_PATIENCE_MS);
      await gone;
      clearTimeout(timer);
      kill();
      process.off('exit', kill);
    },
  };
}

function killGroup(leader) {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // all of it has gone
  }
}
