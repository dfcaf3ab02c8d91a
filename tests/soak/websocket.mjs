// A websocket client (RFC 6455) over a bare socket, so that it can misbehave where it is told to.
import { createHash, randomBytes } from 'node:crypto';
import { connect } from './connections.mjs';

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

// What the server gets to answer the request for a websocket.
const OPENING_PATIENCE_MS = 30_000;

// What the server gets to finish a closing handshake before the client goes anyway.
const CLOSING_PATIENCE_MS = 10_000;

/** The request that asks for a websocket. */
export function upgradeRequest(path, { bearer, key = randomBytes(16).toString('base64') } = {}) {
  const lines = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
  ];
  if (bearer) lines.push(`Authorization: Bearer ${bearer}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** A client's frame as it ought to be; the options make it what it ought not to be. */
export function frameOf(opcode, payload = '', { fin = true, reserved = 0, masked = true } = {}) {
  const data = Buffer.from(payload);
  const head = [(fin ? 0x80 : 0) | (reserved << 4) | opcode];
  const mask = masked ? 0x80 : 0;
  if (data.length < 126) head.push(mask | data.length);
  else if (data.length < 65_536) head.push(mask | 126, data.length >> 8, data.length & 0xff);
  else throw new Error('frames of this client are small');
  if (!masked) return Buffer.concat([Buffer.from(head), data]);
  const key = randomBytes(4);
  for (let i = 0; i < data.length; i += 1) data[i] ^= key[i % 4];
  return Buffer.concat([Buffer.from(head), key, data]);
}

/**
 * Opens a websocket. `onText` gets each message; `onEnd` the close code once the connection is gone,
 * or undefined where none came.
 * @returns {Promise<Websocket>} once the server has agreed; an Error with its answer otherwise
 */
export function openWebsocket(path, { bearer, onText = () => {}, onEnd = () => {} } = {}) {
  const key = randomBytes(16).toString('base64');
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64');
  const socket = connect();
  socket.setTimeout(OPENING_PATIENCE_MS, () => socket.destroy());
  socket.write(upgradeRequest(path, { bearer, key }));
  return new Promise((resolve, reject) => {
    let head = '';
    const refused = () =>
      reject(new Error(`no websocket: ${head.split('\r\n')[0] || 'no answer'}`));
    socket.once('close', refused);
    const read = (chunk) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.startsWith('HTTP/1.1 101') || !head.includes(accept)) {
        socket.destroy();
        return;
      }
      socket.setTimeout(0);
      socket.off('data', read);
      socket.off('close', refused);
      const websocket = new Websocket(socket, onText, onEnd);
      resolve(websocket);
      websocket.take(Buffer.from(head.slice(end + 4), 'latin1'));
    };
    socket.on('data', read);
  });
}

export class Websocket {
  #socket;
  #onText;
  #rest = Buffer.alloc(0);
  #code;
  #closing = false;

  constructor(socket, onText, onEnd) {
    this.#socket = socket;
    this.#onText = onText;
    socket.on('data', (chunk) => this.take(chunk));
    socket.once('close', () => onEnd(this.#code));
  }

  /** Raw bytes, frames or not. */
  write(bytes) {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /** Says goodbye as it should be said. */
  close(code = 1000) {
    if (this.#closing) return;
    this.#closing = true;
    this.write(frameOf(OPCODE.close, Buffer.from([code >> 8, code & 0xff])));
    const timer = setTimeout(() => this.#socket.destroy(), CLOSING_PATIENCE_MS);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  /** Goes with a FIN and no word. */
  hangUp() {
    this.#socket.destroy();
  }

  /** Goes with a RST. */
  reset() {
    this.#socket.resetAndDestroy();
  }

  /** Reads nothing from now on. */
  stall() {
    this.#socket.pause();
  }

  take(chunk) {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const frame = nextFrame(this.#rest);
      if (!frame) return;
      this.#rest = this.#rest.subarray(frame.size);
      this.#act(frame);
    }
  }

  #act({ first, payload }) {
    if (first === (0x80 | OPCODE.text)) {
      this.#onText(payload.toString());
    } else if (first === (0x80 | OPCODE.ping)) {
      this.write(frameOf(OPCODE.pong, payload));
    } else if (first === (0x80 | OPCODE.close)) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : undefined;
      if (!this.#closing) this.write(frameOf(OPCODE.close, payload.subarray(0, 2)));
      this.#closing = true;
      this.#socket.end();
    } else if (first !== (0x80 | OPCODE.pong)) {
      this.#onText(`a frame that begins with ${first}`); // is no JSON, and told as such
    }
  }
}

// The server's frames are not masked (section 5.1) and, events being small, never of 64 bits' length.
function nextFrame(bytes) {
  if (bytes.length < 2) return undefined;
  const short = bytes[1];
  const at = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < at) return undefined;
  const length = short < 126 ? short : at === 4 ? bytes.readUInt16BE(2) : bytes.readUInt32BE(6);
  if (bytes.length < at + length) return undefined;
  return { first: bytes[0], payload: bytes.subarray(at, at + length), size: at + length };
}
