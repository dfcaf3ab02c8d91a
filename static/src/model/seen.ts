/** What ends a line, on whatever system it was written. */
const LINE_END = /\r\n?|[\u0085\u2029]/g;

/**
 * What nobody sees, and no server takes: soft hyphens, zero widths, byte order marks, what turns the direction of a
 * text, fillers, tags.
 */
const UNSEEN =
  /\u00ad|\u034f|[\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]|[\u180b-\u180f]|[\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e00ff}]/gu;

/** An empty pattern of dots looks like a space, and is none for `\s`. */
const BLANK = /\u2800/g;

/** Joiners and selectors shape emoji and some scripts. Behind Latin letters, or at an end, they shape nothing. */
const IDLE_SHAPER =
  /(^|[\s!"$-)+-/:-\u00a8\u00aa-\u00ad\u00af-\u058f])(?:\u200c|\u200d|[\ufe00-\ufe0f])+|(?:\u200c|\u200d)+(?=\s|$)/gmu;

/** What no server takes, and taking it out would not mend it. */
const UNFIT = /[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufff0-\ufff8]|[\ufffe\uffff]|(?:^|\s)\p{M}|\p{M}{5}/u;

/** `text` with nothing in it that can't be seen, and with `\n` between its lines. */
export function seen(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(UNSEEN, '')
    .replace(BLANK, ' ')
    .replace(IDLE_SHAPER, '$1');
}

/** `text` in one line, each run of white space one space. */
export function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Whether `text`, which is one line, has something in it that no page can show. */
export function isUnfit(text: string): boolean {
  return UNFIT.test(text);
}
