import { shownTopic } from '../model/round';

/** What a topic's text needs. */
export interface TopicTextProps {
  readonly topic: string;
}

/** A topic as it is read: one with an address leads there. */
export function TopicText({ topic }: TopicTextProps) {
  const { text, link } = shownTopic(topic);
  if (!link) return <bdi>{text}</bdi>;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      <bdi>{text}</bdi>
    </a>
  );
}
