import { brotliDecompressSync, crc32, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { opened } from './open_page';
import { brotli, gzip } from './precompress';

const PAGE = `<!doctype html><p>${'hello '.repeat(50)}</p>
<script type="application/json" id="view"></script></body></html>`;
const OPEN = Buffer.from(opened(PAGE));
/** What the server knows later, and closes the page with. */
const REST = Buffer.from('{"Kind":"snapshot"}</script></body></html>\n');

/** As the server finishes it: one block that is stored as it is, and the checksum of all (RFC 1952). */
function finishedGzip(begun: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1);
  head.writeUInt16LE(REST.length, 1);
  head.writeUInt16LE(REST.length ^ 0xffff, 3);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(Buffer.concat([OPEN, REST])));
  tail.writeUInt32LE(OPEN.length + REST.length, 4);
  return Buffer.concat([begun, head, REST, tail]);
}

/** The same: a block that is not compressed, and an empty one that is the last (RFC 7932). */
function finishedBrotli(begun: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head.writeUIntLE(((REST.length - 1) << 3) | (1 << 19), 0, 3);
  return Buffer.concat([begun, head, REST, Buffer.from([3])]);
}

test('a page that the server goes on with ends in its data block', () => {
  expect(OPEN.toString()).toMatch(/id="view">$/);
  expect(PAGE.startsWith(OPEN.toString())).toBe(true);
  expect(() => opened('<p>')).toThrow('no data block');
});

describe.each([
  { name: 'gzip', encode: gzip, finish: finishedGzip, decode: gunzipSync },
  { name: 'brotli', encode: brotli, finish: finishedBrotli, decode: brotliDecompressSync },
])('in $name', ({ encode, finish, decode }) => {
  test('a page that is open goes on with what is known later', () => {
    const whole = decode(finish(encode(OPEN))).toString();
    expect(whole).toBe(Buffer.concat([OPEN, REST]).toString());
    expect(() => decode(encode(OPEN))).toThrow('unexpected end of file');
  });

  test('any other file is whole', () => {
    expect(decode(encode(Buffer.from(PAGE))).toString()).toBe(PAGE);
  });
});
