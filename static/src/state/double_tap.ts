/** A second tap sooner than this is the end of a double tap, and was not meant by itself. */
export const DOUBLE_TAP_MS = 400;
