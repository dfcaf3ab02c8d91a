import { historyColumns } from '../i18n/history_columns';
import { historyWords as words } from '../i18n/host_words';
import { text } from '../i18n/message';
import { commonWords } from '../i18n/words';
import type { TrackerFile } from '../model/tracker_files';
import {
  HISTORY_FORMATS,
  type HistoryCopy,
  type HistoryDesk,
  type HistoryFormat,
  type TakenForm,
} from '../state/history_desk';

/** What taking the history along needs. */
export interface TakeAwayProps {
  readonly desk: HistoryDesk;
  /** The address of the history as a file. */
  readonly file: (format: HistoryFormat) => string;
}

/** The history, or what was agreed on for a tracker, as a file and by the clipboard: one of them at a time. */
export function TakeAway({ desk, file }: TakeAwayProps) {
  const { chosen } = desk;
  const copied = desk.copied.value;
  const trackers = desk.trackerFiles.value;
  const form = typeof chosen === 'string' ? chosen : chosen.tracker;
  return (
    <>
      <div class="take-away">
        <label class="field">
          <span>{words.takeAlong}</span>
          <select
            value={form}
            onChange={({ currentTarget }) => desk.pick(currentTarget.value as TakenForm)}
          >
            <optgroup label={words.whole}>
              {HISTORY_FORMATS.map((format) => (
                <option key={format} value={format}>
                  {words.forms[format]}
                </option>
              ))}
            </optgroup>
            {trackers.length > 0 && (
              <optgroup label={words.agreedValues}>
                {trackers.map(({ tracker }) => (
                  <option key={tracker} value={tracker}>
                    {words.forms[tracker]}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
        <a
          class="tool"
          href={typeof chosen === 'string' ? file(chosen) : addressOf(chosen)}
          download={fileName(chosen)}
        >
          {words.download[form]}
        </a>
        <button type="button" class="tool" onClick={() => desk.copy(historyColumns())}>
          {words.copy[form]}
        </button>
      </div>
      {typeof chosen !== 'string' && <About file={chosen} />}
      <p class="fold-text" role="status">
        {copied && outcomeOf(copied)}
      </p>
      {copied?.text !== undefined && (
        <textarea
          key={copied.text}
          ref={select}
          aria-label={words.toCopy}
          rows={6}
          readOnly
          value={copied.text}
        />
      )}
    </>
  );
}

/** How it comes into the tracker, and what does not. */
function About({ file: { tracker, withoutKey, unfitValues } }: { readonly file: TrackerFile }) {
  const leftOut = [
    ...(withoutKey > 0
      ? [text(words.withoutKey, { count: withoutKey, tracker: words.forms[tracker] })]
      : []),
    ...(unfitValues > 0 ? [text(words.unfit[tracker], { count: unfitValues })] : []),
  ];
  return (
    <p class="fold-text">
      {[words.imports[tracker], ...leftOut].reduce((first, second) =>
        text(commonWords.sentences, { first, second }),
      )}
    </p>
  );
}

function outcomeOf({ format, worked, text: uncopied }: HistoryCopy): string {
  if (worked) return words.copied[format];
  return uncopied === undefined ? words.notCopied : words.byHand;
}

/** Stays the same function, so that it is called once: when the text appears. */
function select(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

/** The file itself: nothing has to be kept for it, or given back, and no policy is asked about a download. */
function addressOf({ type, text }: TrackerFile): string {
  return `data:${type},${encodeURIComponent(text)}`;
}

/** The server names the others itself. */
function fileName(chosen: HistoryFormat | TrackerFile): string {
  if (typeof chosen !== 'string') return chosen.name;
  return chosen === 'json' ? 'pajthy.json' : '';
}
