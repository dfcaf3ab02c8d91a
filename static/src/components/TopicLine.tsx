import { text } from '../i18n/message';
import { roundWords } from '../i18n/words';
import { type Round, shownTopic } from '../model/round';
import { TopicText } from './TopicText';

/** What the topic needs. */
export type TopicLineProps = Pick<Round, 'topic' | 'attempt'>;

/** What is voted on, and which attempt this is. Nothing where there is nothing to say. */
export function TopicLine({ topic, attempt }: TopicLineProps) {
  const again = attempt > 1 && (
    <span class="topic-attempt">{text(roundWords.attempt, { number: attempt })}</span>
  );
  if (topic === undefined) return again && <p class="topic">{again}</p>;
  return (
    <h2 class="topic" title={shownTopic(topic).text}>
      <TopicText topic={topic} /> {again}
    </h2>
  );
}
