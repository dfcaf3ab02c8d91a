const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Asks the server for pages in the language `tag` from now on. `home` is the address of the home page. */
export function rememberLanguage(tag: string, home: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: not all browsers have a cookie store, and none has it without https
  document.cookie = `pajthy_language=${tag}; Path=${home}; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
