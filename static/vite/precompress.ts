import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { isOpen } from './open_page.ts';

const COMPRESSIBLE = /\.(html|js|json|css|svg|webmanifest)$/;

/** Puts a `.gz` and a `.br` beside each file of the bundle, where that makes it smaller; JSON loses its white space. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'pajthy:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name);
        if (name.endsWith('.json')) squeezeJson(path);
        if (COMPRESSIBLE.test(name)) compressFile(path);
      }
    },
  };
}

/** Half of the API's description would be blanks, and the program carries it. */
function squeezeJson(path: string): void {
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
}

function compressFile(path: string): void {
  const plain = readFileSync(path);
  const smaller = { gz: gzip(plain), br: brotli(plain) };
  for (const [ending, bytes] of Object.entries(smaller)) {
    if (bytes.length < plain.length) writeFileSync(`${path}.${ending}`, bytes);
  }
}

/** Unfinished where the server goes on with it. */
export function gzip(plain: Buffer): Buffer {
  return gzipSync(plain, {
    level: constants.Z_BEST_COMPRESSION,
    finishFlush: isOpen(plain) ? constants.Z_SYNC_FLUSH : constants.Z_FINISH,
  });
}

/** In whichever mode is the smallest: that for text is not always, not even for text. Unfinished as well. */
export function brotli(plain: Buffer): Buffer {
  const modes = [
    constants.BROTLI_MODE_GENERIC,
    constants.BROTLI_MODE_TEXT,
    constants.BROTLI_MODE_FONT,
  ];
  const tries = modes.map((mode) =>
    brotliCompressSync(plain, {
      finishFlush: isOpen(plain)
        ? constants.BROTLI_OPERATION_FLUSH
        : constants.BROTLI_OPERATION_FINISH,
      params: {
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
  );
  return tries.reduce((least, bytes) => (bytes.length < least.length ? bytes : least));
}
