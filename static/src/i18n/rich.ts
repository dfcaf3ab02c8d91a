import type { ComponentChildren } from 'preact';

/** A piece of a sentence that may be more than text, as a name in its own direction. */
export type Rich = ComponentChildren;
