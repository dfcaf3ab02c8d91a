// Those who don't keep to the rules. Each visit is a function of the id of a session that others use;
// it throws if the server doesn't get rid of the visitor as it ought to.
import { randomBytes } from 'node:crypto';
import { frameOf, OPCODE } from '../support/websocket.mjs';
import { connect } from './connections.mjs';
import { isOver, pause, promised, upTo, within } from './pauses.mjs';
import { openWebsocket, upgradeRequest } from './websocket.mjs';

// What a loaded machine may add to any of the server's own times.
const PATIENCE_MS = 5_000;

// The server's defaults (--head-timeout and so on).
const HEAD_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 15_000;
const DEAD_TIMEOUT_MS = 45_000;
const MOST_MESSAGE_BYTES = 4_096;
const MESSAGE_BURST = 100;

const CLOSE = { protocolError: 1002, badPayload: 1007, policy: 1008, tooBig: 1009 };

// --- Requests that never become complete

/** Sends `beginning`, then `drop` every second, until the server ends it: with this status, if any. */
async function unfinished(beginning, drop, timeout, status) {
  const socket = connect();
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  const closed = new Promise((resolve) => socket.once('close', () => resolve(true)));
  socket.write(beginning);
  const dripping = setInterval(() => {
    if (socket.writable) socket.write(drop);
  }, 1_000);
  const inTime = await within(timeout + PATIENCE_MS, closed);
  clearInterval(dripping);
  socket.destroy();
  if (!inTime && !isOver()) throw new Error(`still open after ${timeout + PATIENCE_MS} ms`);
  if (status && inTime && !answer.startsWith(`HTTP/1.1 ${status}`))
    throw new Error(`answered '${answer.split('\r\n')[0]}' in place of ${status}`);
}

const nothingAtAll = () => unfinished('', '', HEAD_TIMEOUT_MS);

const drippingHead = (id) =>
  unfinished(`GET /api/${id} HTTP/1.1\r\nHost: soak\r\nX-Slow: `, 'x', HEAD_TIMEOUT_MS, 408);

const drippingBody = (id) =>
  unfinished(
    `PUT /api/${id}/join HTTP/1.1\r\nHost: soak\r\nContent-Length: 1000\r\n\r\n`,
    'x',
    BODY_TIMEOUT_MS,
    408,
  );

// --- Connections that break off

async function breakOff(bytes, after = 0) {
  const socket = connect();
  socket.write(bytes);
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  await pause(after);
  socket.resetAndDestroy();
}

const resetInHead = (id) => breakOff(`GET /api/${id} HT`, upTo(50));

const resetInBody = (id) =>
  breakOff(`PUT /api/${id}/join HTTP/1.1\r\nHost: soak\r\nContent-Length: 10\r\n\r\nVot`, upTo(50));

const resetInAnswer = () => breakOff('GET / HTTP/1.1\r\nHost: soak\r\n\r\n', upTo(2));

const resetInHandshake = (id) => breakOff(upgradeRequest(`/api/${id}/ws`), upTo(2));

async function resetAmongEvents(id) {
  const websocket = await openWebsocket(`/api/${id}/ws`);
  await pause(upTo(2_000));
  if (Math.random() < 0.5) websocket.write(frameOf(OPCODE.text, 'unfinished').subarray(0, 9));
  websocket.reset();
}

// --- Websockets that break a rule

/** Sends it, and is closed with `code`, unless a reset has swallowed that. */
async function breakRule(id, bytes, code) {
  const end = promised();
  const onEnd = (got) => end.tell({ got });
  const websocket = await openWebsocket(`/api/${id}/ws`, { onEnd });
  websocket.write(bytes);
  const ended = await within(PATIENCE_MS, end.told);
  websocket.hangUp();
  if (!ended && !isOver()) throw new Error(`still open after ${PATIENCE_MS} ms`);
  if (ended?.got !== undefined && ended.got !== code)
    throw new Error(`closed with ${ended.got} in place of ${code}`);
}

const unmaskedFrame = (id) =>
  breakRule(id, frameOf(OPCODE.text, 'bare', { masked: false }), CLOSE.protocolError);

const reservedBits = (id) =>
  breakRule(id, frameOf(OPCODE.text, 'bits', { reserved: 5 }), CLOSE.protocolError);

const unknownOpcode = (id) => breakRule(id, frameOf(3, 'three'), CLOSE.protocolError);

const fragmentedPing = (id) =>
  breakRule(id, frameOf(OPCODE.ping, 'half', { fin: false }), CLOSE.protocolError);

const strayContinuation = (id) =>
  breakRule(id, frameOf(OPCODE.continuation, 'of what?'), CLOSE.protocolError);

const badText = (id) => breakRule(id, frameOf(OPCODE.text, [0xc3, 0x28]), CLOSE.badPayload);

const bigMessage = (id) =>
  breakRule(id, frameOf(OPCODE.text, 'x'.repeat(MOST_MESSAGE_BYTES + 1)), CLOSE.tooBig);

function manyMessages(id) {
  const message = frameOf(Math.random() < 0.5 ? OPCODE.ping : OPCODE.text, 'again');
  return breakRule(id, Buffer.concat(Array(2 * MESSAGE_BURST).fill(message)), CLOSE.policy);
}

// An unmasked frame comes first, or noise might look like a frame that is yet to be completed.
const noise = (id) =>
  breakRule(id, Buffer.concat([Buffer.from([0x81, 0x01]), randomBytes(200)]), CLOSE.protocolError);

// --- Websockets that don't end

/** Sends it, answers nothing from then on, not even a FIN, and is found cut after `timeout`. */
async function silent(id, bytes, timeout) {
  const socket = connect({ allowHalfOpen: true });
  const closed = new Promise((resolve) => socket.once('close', () => resolve(true)));
  socket.resume();
  socket.write(Buffer.concat([Buffer.from(upgradeRequest(`/api/${id}/ws`)), bytes]));
  await within(timeout + PATIENCE_MS, closed);
  // After a FIN, only writing tells whether anybody is there: the first is answered with a reset, the
  // second fails for it.
  const asking = setInterval(() => socket.writable && socket.write('?'), 500);
  const inTime = await within(PATIENCE_MS, closed);
  clearInterval(asking);
  socket.destroy();
  if (!inTime && !isOver()) throw new Error(`still open after ${timeout + PATIENCE_MS} ms`);
}

const halfFrame = (id) =>
  silent(id, frameOf(OPCODE.text, 'unfinished').subarray(0, 9), DEAD_TIMEOUT_MS);

const farewellOnly = (id) => silent(id, frameOf(OPCODE.close, [0x03, 0xe8]), DEAD_TIMEOUT_MS);

/** By name, so that a fault says which it was. */
export const VISITS = Object.entries({
  nothingAtAll,
  drippingHead,
  drippingBody,
  resetInHead,
  resetInBody,
  resetInAnswer,
  resetInHandshake,
  resetAmongEvents,
  unmaskedFrame,
  reservedBits,
  unknownOpcode,
  fragmentedPing,
  strayContinuation,
  badText,
  bigMessage,
  manyMessages,
  noise,
  halfFrame,
  farewellOnly,
});
