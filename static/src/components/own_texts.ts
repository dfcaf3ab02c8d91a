import { options } from 'preact';

/**
 * From now on every text is drawn as an element of its own, whose whole content is written when the text changes.
 * A translator takes text nodes out of the page and puts elements of its own in their place: what writes to the node
 * that it once made writes to nobody, and what inserts before it fails.
 */
export function ownTexts(): void {
  options.vnode = (vnode: { type: unknown; props: unknown }) => {
    // White space alone is nothing to translate, and an element in its place would be laid out.
    if (vnode.type || !/\S/.test(String(vnode.props))) return;
    vnode.type = 'x-text';
    vnode.props = { textContent: vnode.props };
  };
}
