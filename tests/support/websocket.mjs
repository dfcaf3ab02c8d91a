// A client's end of a websocket (RFC 6455) on a bare socket, so that it can misbehave where it is told to.
import { randomBytes } from 'node:crypto';

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

// What the server gets to finish a closing handshake before the client goes anyway.
const CLOSING_PATIENCE_MS = 10_000;

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

/** A websocket on a socket that is one already. `onControl` gets the opcode of each ping and pong. */
export class Websocket {
  #socket;
  #onText;
  #onControl;
  #rest = Buffer.alloc(0);
  #code;
  #closing = false;

  constructor(socket, onText, onEnd, onControl = () => {}) {
    this.#socket = socket;
    this.#onText = onText;
    this.#onControl = onControl;
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
      this.#onControl(OPCODE.ping);
    } else if (first === (0x80 | OPCODE.pong)) {
      this.#onControl(OPCODE.pong);
    } else if (first === (0x80 | OPCODE.close)) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : undefined;
      if (!this.#closing) this.write(frameOf(OPCODE.close, payload.subarray(0, 2)));
      this.#closing = true;
      this.#socket.end();
    } else {
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
