/** Shows another of the icons that lie beside the page's usual one: `favicon-{name}.svg`, or that one itself. */
export function showFavicon(name: string | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (link === null) return;
  const file = name === undefined ? 'favicon.svg' : `favicon-${name}.svg`;
  const href = link.href.replace(/favicon[\w-]*\.svg$/, file);
  if (href !== link.href) link.href = href;
}
