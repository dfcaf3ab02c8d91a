// What a browser does over HTTP/2 where a proxy offers it: changes, and websockets in a stream (RFC 8441).
import { once } from 'node:events';
import http2 from 'node:http2';
import tls from 'node:tls';
import { Listener } from './listener.mjs';

const PATIENCE_MS = 10_000;

/** Connects by way of `route`, which are options of tls.connect; undefined where HTTP/2 isn't spoken. */
export async function connectHttp2(origin, route) {
  const socket = tls.connect({ ...route, ALPNProtocols: ['h2', 'http/1.1'] });
  await once(socket, 'secureConnect');
  if (socket.alpnProtocol !== 'h2') {
    socket.destroy();
    return undefined;
  }
  const session = http2.connect(origin, { createConnection: () => socket });
  const [settings] = await once(session, 'remoteSettings');
  return new Http2Client(session, origin, settings.enableConnectProtocol);
}

class Http2Client {
  /** Websockets, too, as RFC 8441 has them. */
  hasWebsockets;
  #session;
  #origin;

  constructor(session, origin, hasWebsockets) {
    this.hasWebsockets = hasWebsockets;
    this.#session = session;
    this.#origin = origin;
  }

  /** Makes a change; resolves to `{status, text}`. */
  async change(method, path, body) {
    const stream = this.#open({ ':method': method, ':path': path });
    stream.setEncoding('utf8');
    stream.end(body);
    const [headers] = await once(stream, 'response');
    const parts = await stream.toArray();
    return { status: headers[':status'], text: parts.join('') };
  }

  async openWebsocket(path) {
    const stream = this.#open({
      ':method': 'CONNECT',
      ':protocol': 'websocket',
      ':path': path,
      'sec-websocket-version': '13',
    });
    const [headers] = await once(stream, 'response');
    if (headers[':status'] !== 200) throw new Error(`no websocket: ${headers[':status']}`);
    stream.setTimeout(0);
    return new Listener(stream);
  }

  leave() {
    this.#session.destroy();
  }

  #open(headers) {
    const stream = this.#session.request({ ...headers, origin: this.#origin });
    stream.setTimeout(PATIENCE_MS, () => stream.destroy(new Error('no answer')));
    return stream;
  }
}
