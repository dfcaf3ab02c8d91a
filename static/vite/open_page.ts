/**
 * A page that the server finishes: it puts the session into the data block at the end, and closes what is open. So the
 * page is sent as far as that block, and so are its encodings, which are flushed and not finished.
 */

/** How such a page ends, as the server knows it. */
const OPEN_BLOCK = '<script type="application/json" id="view">';

/** `html` as far as its data block. */
export function opened(html: string): string {
  const at = html.indexOf(OPEN_BLOCK);
  if (at < 0) throw new Error('the page has no data block');
  return html.slice(0, at + OPEN_BLOCK.length);
}

/** Whether the server goes on with `bytes`. */
export function isOpen(bytes: Buffer): boolean {
  return bytes.subarray(-OPEN_BLOCK.length).equals(Buffer.from(OPEN_BLOCK));
}
