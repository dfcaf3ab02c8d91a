import { durationText } from '../i18n/format';
import { deskWords } from '../i18n/host_words';
import { shownTopic } from '../model/round';
import { TIMERS } from '../model/settings';
import { MOST_CHARACTERS } from '../model/topic';
import type { NextRound as NextRoundState } from '../state/next_round';
import type { RoundSteps } from '../state/round_steps';
import { Fold } from './Fold';
import { handFocusOn } from './hand_focus_on';
import { Options } from './Options';
import { TopicText } from './TopicText';

/** What is said of the next round. */
export interface NextRoundProps {
  readonly next: NextRoundState;
  readonly steps: RoundSteps;
}

/** A topic's code points may take twice as many units, which browsers count; the server says what is too long. */
const TOPIC_UNITS = 2 * MOST_CHARACTERS;

const going = handFocusOn();

/** What the next round is about and how long it lasts. Neither is needed. */
export function NextRound({ next, steps }: NextRoundProps) {
  const seconds = next.seconds.value;
  // A session may have a time that is none of ours.
  const timers = TIMERS.includes(seconds) ? TIMERS : [...TIMERS, seconds].sort((a, b) => a - b);
  return (
    <form
      ref={going.ref}
      class="next-round"
      onSubmit={(event) => {
        event.preventDefault();
        // Enter in the field begins, as the main button does.
        void going.press(steps.act('start'));
      }}
    >
      <label class="field">
        <span>{deskWords.topic}</span>
        <input
          value={next.topic.value}
          dir="auto"
          maxLength={TOPIC_UNITS}
          placeholder={deskWords.topicExample}
          autocomplete="off"
          enterkeyhint="go"
          onInput={(event) => next.take(event.currentTarget.value)}
        />
      </label>
      {shownTopic(next.topic.value).link !== undefined && (
        <p class="next-link">
          <TopicText topic={next.topic.value} />
        </p>
      )}
      <Fold heading={deskWords.timer} aside={seconds === 0 ? '' : durationText(seconds)}>
        <Options
          legend={deskWords.timerOf}
          options={timers.map((value) => ({ value, label: labelOf(value) }))}
          value={seconds}
          onPick={(picked) => {
            next.seconds.value = picked;
          }}
        />
      </Fold>
    </form>
  );
}

function labelOf(seconds: number): string {
  return seconds === 0 ? deskWords.noTimer : durationText(seconds);
}
