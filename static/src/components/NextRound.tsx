import { deskWords } from '../i18n/words';
import { TIMERS } from '../model/settings';
import { MOST_CHARACTERS } from '../model/topics';
import { Fold } from './Fold';
import { handFocusOn } from './hand_focus_on';
import { Options } from './Options';

/** What is said of the next round. */
export interface NextRoundProps {
  readonly topic: string;
  readonly seconds: number;
  readonly onTopic: (topic: string) => void;
  readonly onSeconds: (seconds: number) => void;
  /** Enter in the field begins, as the main button does. */
  readonly onBegin: () => Promise<boolean>;
}

/** A topic's code points may take twice as many units, which browsers count; the server says what is too long. */
const TOPIC_UNITS = 2 * MOST_CHARACTERS;

const going = handFocusOn();

/** What the next round is about and how long it lasts. Neither is needed. */
export function NextRound({ topic, seconds, onTopic, onSeconds, onBegin }: NextRoundProps) {
  // A session may have a time that is none of ours.
  const timers = TIMERS.includes(seconds) ? TIMERS : [...TIMERS, seconds].sort((a, b) => a - b);
  return (
    <form
      ref={going.ref}
      class="next-round"
      onSubmit={(event) => {
        event.preventDefault();
        void going.press(onBegin());
      }}
    >
      <label class="field">
        <span>{deskWords.topic}</span>
        <input
          value={topic}
          maxLength={TOPIC_UNITS}
          placeholder={deskWords.topicExample}
          autocomplete="off"
          enterkeyhint="go"
          onInput={(event) => onTopic(event.currentTarget.value)}
        />
      </label>
      <Fold heading={deskWords.timer} aside={seconds === 0 ? '' : deskWords.duration(seconds)}>
        <Options
          legend={deskWords.timerOf}
          options={timers.map((value) => ({ value, label: labelOf(value) }))}
          value={seconds}
          onPick={onSeconds}
        />
      </Fold>
    </form>
  );
}

function labelOf(seconds: number): string {
  return seconds === 0 ? deskWords.noTimer : deskWords.duration(seconds);
}
