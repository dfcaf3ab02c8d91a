import { expect, test } from 'vitest';
import { textOfFile } from './text_file';

const TEXTS = {
  English: 'Key\tSummary\r\nPAJ-1\tLogin',
  German: 'Schlüssel;Zusammenfassung\nPAJ-1;Prüfung für später',
  Japanese: '課題キー,要約\nPAJ-1,ログイン',
  'Japanese in one line': 'ログイン、パスキーで',
  emoji: 'Login 👍\nLogout',
};

function utf16(text: string, isLittle: boolean): Uint8Array {
  const out = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) out.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(out.buffer);
}

const FORMS = {
  'UTF-8': (text: string) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text: string) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-16 LE': (text: string) => utf16(text, true),
  'UTF-16 LE with a mark': (text: string) => utf16(`\ufeff${text}`, true),
  'UTF-16 BE': (text: string) => utf16(text, false),
  'UTF-16 BE with a mark': (text: string) => utf16(`\ufeff${text}`, false),
};

for (const [form, encode] of Object.entries(FORMS)) {
  test.each(Object.entries(TEXTS))(`a file in ${form} is read: %s`, (_, text) => {
    expect(textOfFile(encode(text))).toBe(text);
  });
}

test('a file of nothing is a text of nothing', () => {
  expect(textOfFile(new Uint8Array())).toBe('');
});

test.each([
  ['of a page of old', [0x50, 0x72, 0xfc, 0x66, 0x75, 0x6e, 0x67, 0x0a, 0x41, 0xe4]],
  [
    'packed',
    [
      0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00, 0x41,
      0x37,
    ],
  ],
  [
    'drawn',
    [
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
      0x52,
    ],
  ],
])('a file that is no such text is none: %s', (_, bytes) => {
  expect(textOfFile(new Uint8Array(bytes))).toBeUndefined();
});
