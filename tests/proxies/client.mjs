// A browser's share of the talk with a proxy, from an address of its own.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import tls from 'node:tls';
import { frameOf, OPCODE, Websocket } from '../support/websocket.mjs';

const PATIENCE_MS = 10_000;
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Someone at `address` who asks the proxy at `at` ({address, http, https}) for pages of `origin`, whose
 * certificate is `ca`.
 */
export class Client {
  #at;
  #address;
  #origin;
  #ca;
  #agent;
  #cookies = new Map();

  constructor({ at, origin, ca, address }) {
    this.#at = at;
    this.#address = address;
    this.#origin = origin;
    this.#ca = ca;
    this.#agent = new https.Agent({ keepAlive: true, ...this.#route() });
  }

  /**
   * What comes back over TLS. `body` makes it a change, with the Origin that a browser adds; a list is
   * sent in chunks.
   * @returns {Promise<{status: number, headers: object, text: string}>}
   */
  async ask(method, path, { body, headers = {} } = {}) {
    const fields = { ...this.#headers(), ...(body !== undefined && { Origin: this.#origin }) };
    if (typeof body === 'string') fields['Content-Length'] = Buffer.byteLength(body);
    Object.assign(fields, headers);
    const request = https.request({ agent: this.#agent, method, path, headers: fields });
    const answer = this.#answerTo(request);
    if (fields.Expect) await Promise.race([once(request, 'continue'), answer]);
    for (const part of [body ?? []].flat()) request.write(part);
    request.end();
    return answer;
  }

  /** What comes back without TLS. */
  askInTheClear(path) {
    const { host, localAddress } = this.#route();
    const headers = { Host: new URL(this.#origin).hostname };
    const port = this.#at.http;
    return this.#answerTo(http.get({ host, localAddress, port, path, headers, agent: false }));
  }

  /** A change over HTTP/2, or undefined where the proxy doesn't speak it. */
  async askOverHttp2(method, path, body) {
    const socket = tls.connect({ ...this.#route(), ALPNProtocols: ['h2', 'http/1.1'] });
    await once(socket, 'secureConnect');
    if (socket.alpnProtocol !== 'h2') {
      socket.destroy();
      return undefined;
    }
    const session = http2.connect(this.#origin, { createConnection: () => socket });
    try {
      return await answerOf(session, { method, path, body, origin: this.#origin });
    } finally {
      session.destroy();
    }
  }

  /** Opens a websocket to `path`. */
  openWebsocket(path) {
    const key = randomBytes(16).toString('base64');
    const request = https.request({
      ...this.#route(),
      agent: false,
      path,
      headers: {
        ...this.#headers(),
        Origin: this.#origin,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': key,
      },
    });
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error('no websocket')));
    return new Promise((resolve, reject) => {
      request.once('error', reject);
      request.once('response', (response) =>
        reject(new Error(`no websocket: ${response.statusCode}`)),
      );
      request.once('upgrade', (response, socket, head) => {
        const accept = createHash('sha1')
          .update(key + WEBSOCKET_GUID)
          .digest('base64');
        if (response.headers['sec-websocket-accept'] !== accept)
          reject(new Error('a wrong accept'));
        socket.setTimeout(0);
        socket.on('error', () => undefined);
        resolve(new Listener(socket, head));
      });
      request.end();
    });
  }

  leave() {
    this.#agent.destroy();
  }

  // By address, and yet with the name that the certificate and the proxy know.
  #route() {
    const { address: host, https: port } = this.#at;
    const servername = new URL(this.#origin).hostname;
    return { host, port, localAddress: this.#address, servername, ca: this.#ca };
  }

  #headers() {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { Host: new URL(this.#origin).host, ...(cookie && { Cookie: cookie }) };
  }

  #answerTo(request) {
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error('no answer')));
    return new Promise((resolve, reject) => {
      request.once('error', reject);
      request.once('response', (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status, headers } = response;
          for (const cookie of headers['set-cookie'] ?? []) this.#keep(cookie);
          resolve({ status, headers, text: Buffer.concat(parts).toString() });
        });
      });
    });
  }

  #keep(cookie) {
    const [name, value] = cookie.split(';')[0].split('=');
    this.#cookies.set(name, value);
  }
}

function answerOf(session, { method, path, body, origin }) {
  const stream = session.request({ ':method': method, ':path': path, origin });
  stream.setTimeout(PATIENCE_MS, () => stream.destroy(new Error('no answer')));
  stream.end(body);
  return new Promise((resolve, reject) => {
    let text = '';
    let status;
    stream.setEncoding('utf8');
    stream.once('response', (headers) => {
      status = headers[':status'];
    });
    stream.on('data', (part) => {
      text += part;
    });
    stream.once('error', reject);
    stream.once('end', () => resolve({ status, text }));
  });
}

/** A websocket whose events are awaited one after the other. */
class Listener {
  #websocket;
  #heard = [];
  #waiting = [];
  #ended = false;

  constructor(socket, head) {
    this.#websocket = new Websocket(
      socket,
      (text) => this.#hear(JSON.parse(text)),
      () => this.#end(),
      (opcode) => this.#hear({ Kind: opcode === OPCODE.ping ? 'ping' : 'pong' }),
    );
    this.#websocket.take(head);
  }

  /** The next event of this kind, or `ping`, `pong` or `end`; those before it are forgotten. */
  async next(kind) {
    for (;;) {
      const found = await this.#take();
      if (found.Kind === kind) return found;
      if (found.Kind === 'end') throw new Error(`the websocket ended before ${kind}`);
    }
  }

  ping() {
    this.#websocket.write(frameOf(OPCODE.ping, 'there?'));
  }

  close() {
    this.#websocket.hangUp();
  }

  get isOpen() {
    return !this.#ended;
  }

  #take() {
    if (this.#heard.length > 0) return this.#heard.shift();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the websocket is silent')), PATIENCE_MS);
      this.#waiting.push((event) => {
        clearTimeout(timer);
        resolve(event);
      });
    });
  }

  #hear(event) {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(event);
    else this.#heard.push(event);
  }

  #end() {
    this.#ended = true;
    this.#hear({ Kind: 'end' });
  }
}
