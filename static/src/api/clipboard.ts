/**
 * Copies `text`, or what it brings once it is there, and says whether that worked. The clipboard of the browser is
 * there on secure pages only; on a plain http address in the office network the old command still does it.
 */
export async function copyText(text: string | Promise<string | undefined>): Promise<boolean> {
  try {
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

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const carrier = document.createElement('textarea');
  carrier.value = text;
  carrier.readOnly = true;
  carrier.className = 'unseen';
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
