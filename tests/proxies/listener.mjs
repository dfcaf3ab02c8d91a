// What a websocket hears.
import { EventEmitter, once } from 'node:events';
import { frameOf, OPCODE, Websocket } from '../support/websocket.mjs';

const PATIENCE_MS = 10_000;

/** A websocket whose events are awaited one after the other. */
export class Listener {
  #websocket;
  #heard = [];
  #news = new EventEmitter();

  constructor(socket, head = Buffer.alloc(0)) {
    this.#websocket = new Websocket(
      socket,
      (text) => this.#hear(JSON.parse(text)),
      () => this.#hear({ Kind: 'end' }),
      (opcode) => this.#hear({ Kind: opcode === OPCODE.ping ? 'ping' : 'pong' }),
    );
    this.#websocket.take(head);
  }

  /** The next event of this kind, or `ping`, `pong` or `end`; those before it are forgotten. */
  async next(kind) {
    const late = AbortSignal.timeout(PATIENCE_MS);
    late.onabort = () => this.#news.emit('error', new Error(`the websocket hears no ${kind}`));
    try {
      for (;;) {
        if (this.#heard.length === 0) await once(this.#news, 'event');
        const found = this.#heard.shift();
        if (found.Kind === kind) return found;
        if (found.Kind === 'end') throw new Error(`the websocket ends before ${kind}`);
      }
    } finally {
      late.onabort = null;
    }
  }

  ping() {
    this.#websocket.write(frameOf(OPCODE.ping, 'there?'));
  }

  close() {
    this.#websocket.hangUp();
  }

  #hear(event) {
    this.#heard.push(event);
    this.#news.emit('event');
  }
}
