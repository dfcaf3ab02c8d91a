import { roundWords } from '../i18n/words';
import { type Round, topicLink } from '../model/round';

/** What the topic needs. */
export type TopicLineProps = Pick<Round, 'topic' | 'attempt'>;

/** What is voted on, and which attempt this is. Nothing where there is nothing to say. */
export function TopicLine({ topic, attempt }: TopicLineProps) {
  const again = attempt > 1 && <span class="topic-attempt">{roundWords.attempt(attempt)}</span>;
  if (topic === undefined) return again && <p class="topic">{again}</p>;
  const link = topicLink(topic);
  return (
    <h2 class="topic">
      {link === undefined ? (
        <bdi>{topic}</bdi>
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          <bdi>{topic}</bdi>
        </a>
      )}{' '}
      {again}
    </h2>
  );
}
