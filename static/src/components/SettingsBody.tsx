import { durationText } from '../i18n/format';
import { settingsWords as words } from '../i18n/host_words';
import { DEFAULTS, RESULTS, TIMERS } from '../model/settings';
import { Options } from './Options';
import type { SessionSettingsProps } from './SessionSettings';

/** What can be set for a session. */
export function SettingsBody({ seconds, results, onSeconds, onResults }: SessionSettingsProps) {
  // A link may have set a time that is none of ours.
  const timers = TIMERS.includes(seconds) ? TIMERS : [...TIMERS, seconds].sort((a, b) => a - b);
  return (
    <>
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
    </>
  );
}

function timer(seconds: number): string {
  return seconds === DEFAULTS.seconds ? words.noTimer : durationText(seconds);
}
