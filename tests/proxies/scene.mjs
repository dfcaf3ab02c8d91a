// A server, and a proxy before it that speaks TLS, at addresses of their own.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from './client.mjs';
import { startProgram } from './program.mjs';
import { startProxy } from './proxies.mjs';

const binary = process.env.PAJTHY_BINARY;
if (!binary) throw new Error('PAJTHY_BINARY must name the binary to test');

const HOST = 'pajthy.example'; // the one in the shipped files

// Where a proxy on the server's own host asks from.
export const PROXY_ADDRESS = '127.0.0.1';

export const MOST_SESSIONS = 3; // that an address makes, and then one a minute

// Whoever is silent for longer than the second is cut: pings and pongs have to come through.
export const PING_MS = 300;
export const DEAD_MS = 1_000;

const STARTING_PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 20;

/**
 * Starts a server below `base`, and the proxy `name` before it with its file for `place`, or with `text`
 * in place of that. They stay until `end`, and no longer than this process.
 */
export async function setScene({ name, place, base, text }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pajthy-proxies-'));
  chmodSync(folder, 0o711); // a proxy that root has started works as somebody else
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', clear);
  const ends = [async () => clear()];
  const end = async () => {
    while (ends.length > 0) await ends.pop()();
  };
  try {
    const ca = makeCertificate(folder);
    const at = await freePlace(place);
    const server = await startServer(at, base, folder);
    ends.push(() => server.stop());
    const upstream = `${at.address}:${at.server}`;
    const run = path.join(folder, 'run');
    const proxy = startProxy(name, place, { at, upstream, ssl: folder, folder: run, text });
    ends.push(() => proxy.stop());

    const origin = `https://${HOST}:${at.https}`;
    const somebodyAt = (address) => {
      const client = new Client({ at, origin, ca, address });
      ends.push(async () => client.leave());
      return client;
    };
    let people = 0;
    /** Someone with an address of their own. */
    const somebody = () => {
      people += 1;
      return somebodyAt(`127.0.1.${people}`);
    };
    const first = somebody();
    await until(async () => (await first.ask('GET', `${base}/`)).status === 200, proxy);
    return { origin, base, server, proxy, somebody, somebodyAt, end };
  } catch (error) {
    await end();
    throw error;
  }
}

// It can be stopped and started again at the same port.
async function startServer({ address, server: port }, base, folder) {
  const command = [
    ...[binary, '--address', address, '--port', `${port}`, '--base-path', base],
    ...['--trusted-proxy', PROXY_ADDRESS],
    ...['--rate-create', `${MOST_SESSIONS},1`],
    ...['--ping-interval', `${PING_MS}ms`, '--dead-timeout', `${DEAD_MS}ms`],
  ];
  let running;
  let starts = 0;
  const startAgain = async () => {
    starts += 1;
    running = startProgram(command, { folder, log: `${folder}/server.log` });
    await until(() => running.output().match(/is ready/g)?.length === starts, running);
  };
  await startAgain();
  return { stop: () => running.stop(), startAgain, output: () => running.output() };
}

function makeCertificate(folder) {
  const certificate = `${folder}/certs/${HOST}.pem`;
  const key = `${folder}/private/${HOST}.key`;
  const both = `${folder}/private/${HOST}.pem`;
  for (const part of ['certs', 'private']) mkdirSync(`${folder}/${part}`);
  const kind = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' ');
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const files = ['-keyout', key, '-out', certificate];
  const stdio = ['ignore', 'ignore', 'pipe'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, ...files], { stdio });
  writeFileSync(both, Buffer.concat([readFileSync(certificate), readFileSync(key)]));
  return readFileSync(certificate);
}

// Loopback addresses are plenty: at one that no other process uses, a port that is free stays free.
async function freePlace(place) {
  const network = place === 'root' ? 101 : 102;
  const address = `127.${network}.${(process.pid >> 8) & 0xff}.${process.pid & 0xff}`;
  const [server, http, https] = await freePorts(address, 3);
  return { address, server, http, https };
}

async function freePorts(address, count) {
  const listeners = Array.from({ length: count }, () => net.createServer().listen(0, address));
  await Promise.all(listeners.map((listener) => once(listener, 'listening')));
  const ports = listeners.map((listener) => listener.address().port);
  await Promise.all(listeners.map((listener) => once(listener.close(), 'close')));
  return ports;
}

async function until(isSo, program) {
  const deadline = Date.now() + STARTING_PATIENCE_MS;
  while (Date.now() < deadline && !program.isGone()) {
    try {
      if (await isSo()) return;
    } catch {
      // nobody listens yet
    }
    await after(LOOK_EVERY_MS);
  }
  throw new Error(`it does not start:\n${program.output()}`);
}
