import { homeWords } from '../i18n/words';
import { DEFAULTS, RESULTS, type Results, TIMERS } from '../model/settings';
import { Fold } from './Fold';
import { Options } from './Options';

/** What the settings need. */
export interface SessionSettingsProps {
  readonly seconds: number;
  readonly results: Results;
  readonly onSeconds: (seconds: number) => void;
  readonly onResults: (results: Results) => void;
}

const words = homeWords.settings;

/** How long a round lasts and who sees its result; folded away, because most sessions need neither. */
export function SessionSettings(props: SessionSettingsProps) {
  const { seconds, results, onSeconds, onResults } = props;
  // A link may have set a time that is none of ours.
  const timers = TIMERS.includes(seconds) ? TIMERS : [...TIMERS, seconds].sort((a, b) => a - b);
  return (
    <Fold heading={words.heading} aside={summary(seconds, results)}>
      <Options
        legend={words.timer}
        options={timers.map((value) => ({ value, label: timer(value) }))}
        value={seconds}
        onPick={onSeconds}
      />
      <Options
        legend={words.results}
        options={RESULTS.map((value) => ({ value, ...words.who[value] }))}
        value={results}
        onPick={onResults}
      />
    </Fold>
  );
}

function timer(seconds: number): string {
  return seconds === DEFAULTS.seconds ? words.noTimer : words.duration(seconds);
}

/** What differs from the usual. */
function summary(seconds: number, results: Results): string {
  const parts = [seconds === DEFAULTS.seconds ? '' : timer(seconds), words.short[results]];
  return parts.filter((part) => part !== '').join(', ');
}
