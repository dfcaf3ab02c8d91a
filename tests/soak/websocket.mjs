// Opens websockets to the server that is kept busy.
import { createHash, randomBytes } from 'node:crypto';
import { Websocket } from '../support/websocket.mjs';
import { connect } from './connections.mjs';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

// What the server gets to answer the request for a websocket.
const OPENING_PATIENCE_MS = 30_000;

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
