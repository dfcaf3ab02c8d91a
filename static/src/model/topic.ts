import { inOneLine, isUnfit, seen } from './seen';

/** The server's own bounds. */
export const MOST_TOPICS = 500;
export const MOST_CHARACTERS = 200;

/** A topic, taken apart. */
export interface Topic {
  /** What its tracker calls it: `PAJ-1`, `#12`, `app#12`. */
  readonly key?: string;
  /** Where it is to be found on the web. */
  readonly url?: string;
  /** What it is about, without either; the key or the address where there is nothing else. */
  readonly title: string;
}

/** What is longer is far too long for a topic, whatever of it is an address. */
const MOST_READ = 10 * MOST_CHARACTERS;

/** Why a topic can't be kept as it is. */
export type TopicFault = 'tooLong' | 'unfit';

/** What trackers call an issue, wherever it stands: `PAJ-1`, `sc-12`, `US1234`, `AB#12`, `!12`, `owner/app#12`. */
const KEY =
  /(?:[A-Z][A-Z\d_]*-\d+|(?:sc|ch)-\d+|(?:US|DE|TA|TC|TS)\d{2,}|(?:[\w.-]+\/)*[\w.-]*[#!]\d+|&\d+)/
    .source;

const IS_KEY = new RegExp(`^${KEY}$`);
const LEADING_KEY = new RegExp(
  `^(?:\\[(${KEY})\\]|\\((${KEY})\\)|(${KEY}))(?:$|:?\\s+(?:[-–—:|]\\s+)?)`,
);

/** What looks like a key and is a standard, or the like. */
const NO_KEY =
  /^(?:AES|COVID|DIN|EN|F|GPT|HTTP|IEC|IEEE|IP|ISO|MD|MP|RFC|SHA|TLS|UTC|UTF|WCAG|X)-\d+$/;

const MARKDOWN_LINK =
  /\[((?:[^[\]]|\[[^[\]]*\])+)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)(?:\s+"[^"]*")?\)/i;
const ADDRESS = /https?:\/\/\S+/i;

/** Whether `text` is nothing but what a tracker calls an issue. */
export function isKey(text: string): boolean {
  return IS_KEY.test(text) && !NO_KEY.test(text);
}

/** Whether `text` is nothing but an address of the web. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** The parts of a topic's text: what an export, or whoever shows it, needs of it. */
export function readTopic(text: string): Topic {
  const { rest, url } = apart(inOneLine(text));
  const found = LEADING_KEY.exec(rest);
  const key = found?.[1] ?? found?.[2] ?? found?.[3];
  const link = url === undefined ? {} : { url };
  if (found === null || key === undefined || NO_KEY.test(key)) {
    return { ...link, title: rest || (url ?? '') };
  }
  return { key, ...link, title: rest.slice(found[0].length).trim() || key };
}

/**
 * The text that a topic is kept as: key, title, address. Any client shows that as it is, and `readTopic` takes it
 * apart again.
 */
export function topicText({ key, url, title }: Topic): string {
  const known = readTopic(title);
  const ownKey = key !== undefined && known.key !== key && title !== key ? key : undefined;
  const ownUrl = known.url === undefined && title !== url ? url : undefined;
  return [ownKey, asKept(title), ownUrl]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** `text` as it is kept: seen, in one line, an address of it at its end. */
export function asKept(text: string): string {
  const line = inOneLine(seen(text));
  const { rest, url } = apart(line);
  if (url === undefined || rest === line) return line;
  return rest === '' || rest === url ? url : `${rest} ${url}`;
}

/** Why `topic` can't be kept; `undefined` if it can. */
export function topicFault(topic: string): TopicFault | undefined {
  if (isUnfit(topic)) return 'unfit';
  return [...topic].length > MOST_CHARACTERS ? 'tooLong' : undefined;
}

/** An address from what stands around it, as far as that reads on without it. */
function apart(line: string): { readonly rest: string; readonly url?: string } {
  if (line.length > MOST_READ) return { rest: line };
  const markdown = MARKDOWN_LINK.exec(line);
  if (markdown !== null) {
    const [all, label = '', url = ''] = markdown;
    const whole = line.slice(0, markdown.index) + label + line.slice(markdown.index + all.length);
    // Of two addresses, the second stands for itself.
    return ADDRESS.test(whole) && label !== url
      ? { rest: whole }
      : { rest: withoutColon(whole), url };
  }
  const found = ADDRESS.exec(line);
  if (found === null) return { rest: line };
  let before = line.slice(0, found.index);
  let url = found[0];
  let after = line.slice(found.index + url.length);
  const opening = /[(<[]$/.exec(before)?.[0];
  const closing = { '(': ')', '<': '>', '[': ']' }[opening ?? ''];
  if (closing !== undefined) {
    const end = url.lastIndexOf(closing);
    if (end > 0) {
      after = url.slice(end + 1) + after;
      url = url.slice(0, end);
      before = before.slice(0, -1);
    }
  }
  before = withoutColon(before);
  after = after.trim().replace(/^(?:[:–—-](?:\s+|$))+/, '');
  // What stands on both sides reads on with it only, as does a second address.
  if ((before !== '' && after !== '') || ADDRESS.test(after)) return { rest: line, url };
  return { rest: before || withoutColon(after), url };
}

/** What stands before an address, without what leads over to it. */
function withoutColon(before: string): string {
  return before.trim().replace(/(?:\s*:|\s+[–—-]|^[–—-])+$/, '');
}
