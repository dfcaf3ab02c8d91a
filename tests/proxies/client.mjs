// A browser's share of the talk with a proxy, from an address of its own.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { connectHttp2 } from './http2_client.mjs';
import { Listener } from './listener.mjs';

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

  /** The same client over HTTP/2, or undefined where the proxy doesn't speak it. */
  overHttp2() {
    return connectHttp2(this.#origin, this.#route());
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
        if (response.headers['sec-websocket-accept'] !== accept) reject(new Error('a wrong key'));
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
