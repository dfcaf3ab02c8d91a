import { Fragment } from 'preact';
import { commonWords } from '../i18n/words';

/** What a list of names needs. */
export interface NameListProps {
  readonly names: readonly string[];
  /** How many there are beyond `names`. */
  readonly more?: number;
}

/** Names as a part of a sentence, each in its own direction: they come from people. */
export function NameList({ names, more = 0 }: NameListProps) {
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {more > 0 && ` ${commonWords.and} ${commonWords.more(more)}`}
    </>
  );
}
