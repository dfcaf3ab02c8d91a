import type { Rich } from '../i18n/rich';
import { historyWords as words } from '../i18n/words';
import type { PastRound } from '../model/history';
import type { HistoryDesk, HistoryFormat } from '../state/history_desk';
import { NameList } from './NameList';
import { TakeAway } from './TakeAway';
import { TopicLine } from './TopicLine';
import { Trouble } from './Trouble';

/** What the history needs. */
export interface HistoryFoldProps {
  /** How many rounds there are. */
  readonly count: number;
  readonly desk: HistoryDesk;
  /** About now. */
  readonly date: number;
  /** The address of the history as a file. */
  readonly file: (format: HistoryFormat) => string;
}

/** The rounds that have ended, the newest first, to be looked at and taken along. */
export function HistoryFold({ count, desk, date, file }: HistoryFoldProps) {
  const history = desk.history.value;
  const trouble = desk.trouble.value;
  const rounds = history?.rounds ?? [];
  return (
    <details class="fold fold-history" onToggle={(event) => desk.toggle(event.currentTarget.open)}>
      <summary>
        {words.heading}
        {count > 0 && <span class="fold-aside"> {words.count(count)}</span>}
      </summary>
      <div class="fold-body">
        <Trouble kind={trouble} />
        {trouble !== undefined && (
          <button
            type="button"
            class="tool"
            onClick={({ currentTarget }) => retry(currentTarget, desk)}
          >
            {words.retry}
          </button>
        )}
        {history === undefined && trouble === undefined && <p class="fold-text">{words.loading}</p>}
        {history !== undefined && rounds.length === 0 && <p class="fold-text">{words.none}</p>}
        {rounds.length > 0 && (
          <>
            <ol class="past" reversed>
              {[...rounds].reverse().map((round) => (
                <li key={round.round}>
                  <Past round={round} date={date} />
                </li>
              ))}
            </ol>
            <TakeAway desk={desk} file={file} />
          </>
        )}
      </div>
    </details>
  );
}

/** The button goes as soon as that has worked, and must not take the focus along. */
function retry(button: Element, desk: HistoryDesk): void {
  button.closest('details')?.querySelector('summary')?.focus();
  void desk.load();
}

function Past({ round, date }: { readonly round: PastRound; readonly date: number }) {
  const { topic, attempt, agreed, ended, votes } = round;
  return (
    <>
      <TopicLine topic={topic ?? words.round(round.round)} attempt={attempt} />
      <p class="past-line">
        <time dateTime={new Date(ended).toISOString()}>
          {timeOf(new Date(ended), new Date(date))}
        </time>
        <Numbers statistics={round.statistics} />
        {agreed !== undefined && <strong> · {words.agreed(<bdi>{agreed}</bdi>)}</strong>}
      </p>
      <p class="past-votes">
        {[...votes].map(([name, choice]) => (
          <span key={name} class="past-vote">
            {words.vote(<bdi>{name}</bdi>, <b>{choice}</b>) as Rich}
          </span>
        ))}
      </p>
    </>
  );
}

function Numbers({ statistics: { mean, median, middle } }: Pick<PastRound, 'statistics'>) {
  return (
    <>
      {mean !== undefined && ` · ${words.average(mean)}`}
      {median !== undefined && ` · ${words.median(median)}`}
      {middle.length > 0 && (
        <>
          {` · ${words.middle(middle.length)} `}
          <NameList names={middle} />
        </>
      )}
    </>
  );
}

/** With its day, unless that is today. */
function timeOf(ended: Date, now: Date): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (ended.toDateString() === now.toDateString()) return ended.toLocaleTimeString([], time);
  return ended.toLocaleString([], { day: 'numeric', month: 'short', ...time });
}
