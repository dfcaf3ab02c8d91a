/**
 * Copies `text`, or what it brings once it is there, and says whether that worked. The clipboard of the browser is
 * there on secure pages only; on a plain http address in the office network the old command still does it. With
 * `html`, both are copied, and whoever pastes takes what fits.
 */
export async function copyText(
  text: string | Promise<string | undefined>,
  html?: string,
): Promise<boolean> {
  // The command hands it over as it is. The clipboard's own way lays it out first, where the page's policy for styles
  // complains about those that are for the sheet alone.
  if (html !== undefined && typeof text === 'string' && copyByCommand(text, html)) return true;
  try {
    if (html !== undefined && typeof text === 'string') return await copyBoth(text, html);
    await (typeof text === 'string' ? navigator.clipboard.writeText(text) : copyLater(text));
    return true;
  } catch {
    const arrived = await text;
    return arrived !== undefined && copyByCommand(arrived);
  }
}

/** Asks for the clipboard at once, with the text to come: Safari gives it within the tap alone. */
async function copyLater(text: Promise<string | undefined>): Promise<void> {
  const arrived = text.then((known) => known ?? Promise.reject(new Error('nothing to copy')));
  if (typeof ClipboardItem === 'undefined') {
    return navigator.clipboard.writeText(await arrived);
  }
  const blob = arrived.then((known) => new Blob([known], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

async function copyBoth(text: string, html: string): Promise<true> {
  const kinds = { 'text/html': html, 'text/plain': text };
  const blobs = Object.entries(kinds).map(([type, of]) => [type, new Blob([of], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  return true;
}

function copyByCommand(text: string, html?: string): boolean {
  const focused = document.activeElement;
  const carrier = document.createElement('textarea');
  carrier.value = text;
  carrier.readOnly = true;
  carrier.className = 'unseen';
  if (html !== undefined) {
    carrier.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      event.clipboardData?.setData('text/html', html);
    });
  }
  document.body.append(carrier);
  carrier.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    carrier.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
