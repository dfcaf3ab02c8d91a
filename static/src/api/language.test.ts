// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { rememberLanguage } from './language';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['http:', ''],
  ['https:', '; Secure'],
])('a language is remembered for a year, below the prefix, over %s', (protocol, end) => {
  const page = { cookie: '' };
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { protocol });
  rememberLanguage('pt-BR', '/poker/');
  expect(page.cookie).toBe(
    `pajthy_language=pt-BR; Path=/poker/; Max-Age=31536000; SameSite=Lax${end}`,
  );
});
