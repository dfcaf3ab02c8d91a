import { decimalsText, timeOf } from '../i18n/format';
import { historyWords as words } from '../i18n/host_words';
import { rich, text } from '../i18n/message';
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
        {count > 0 && <span class="fold-aside"> {count}</span>}
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
      <TopicLine topic={topic ?? text(words.round, { number: round.round })} attempt={attempt} />
      <p class="past-line">
        <time dateTime={new Date(ended).toISOString()}>
          {timeOf(ended, date, { day: 'numeric', month: 'short' })}
        </time>
        <Numbers statistics={round.statistics} />
        {agreed !== undefined && (
          <strong> · {rich(words.agreed, { value: <bdi>{agreed}</bdi> })}</strong>
        )}
      </p>
      <p class="past-votes">
        {[...votes].map(([name, choice]) => (
          <span key={name} class="past-vote">
            <bdi>{name}</bdi> <b>{choice}</b>
          </span>
        ))}
      </p>
    </>
  );
}

function Numbers({ statistics: { mean, median, middle } }: Pick<PastRound, 'statistics'>) {
  return (
    <>
      {mean !== undefined && ` · ${text(words.average, { mean: decimalsText(mean) })}`}
      {median !== undefined && ` · ${text(words.median, { median: decimalsText(median) })}`}
      {middle.length > 0 && (
        <>
          {' · '}
          {rich(words.middle, { count: middle.length, cards: <NameList names={middle} /> })}
        </>
      )}
    </>
  );
}
