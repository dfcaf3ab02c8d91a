import { durationText, listText } from '../i18n/format';
import { homeWords as words } from '../i18n/host_words';
import { DEFAULTS, type Results } from '../model/settings';
import { Fold } from './Fold';
import { lately } from './lately';

/** What the settings need. */
export interface SessionSettingsProps {
  readonly seconds: number;
  readonly results: Results;
  readonly onSeconds: (seconds: number) => void;
  readonly onResults: (results: Results) => void;
}

const Body = lately(async () => (await import('./SettingsBody')).SettingsBody);

/** How long a round lasts and who sees its result; folded away, because most sessions need neither. */
export function SessionSettings(props: SessionSettingsProps) {
  return (
    <Fold heading={words.settings} aside={summary(props.seconds, props.results)}>
      <Body {...props} />
    </Fold>
  );
}

/** What differs from the usual. */
function summary(seconds: number, results: Results): string {
  const time = seconds === DEFAULTS.seconds ? [] : [durationText(seconds)];
  const who = results === 'everybody' ? [] : [words.results[results]];
  return listText([...time, ...who], 'none');
}
