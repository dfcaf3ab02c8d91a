import { Fragment } from 'preact';
import { type ListEnd, listPieces } from '../i18n/format';
import { text } from '../i18n/message';
import { commonWords } from '../i18n/words';

/** What a list of names needs. */
export interface NameListProps {
  readonly names: readonly string[];
  /** How many there are beyond `names`. */
  readonly more?: number;
  readonly end?: ListEnd;
}

/** Names, each in its own direction: they come from people. */
export function NameList({ names, more = 0, end = 'none' }: NameListProps) {
  const rest = more > 0 ? [text(commonWords.more, { count: more })] : [];
  const all = [...names.map((name) => <bdi>{name}</bdi>), ...rest];
  return (
    <>
      {listPieces(all.length, end).map((piece, index) => (
        <Fragment key={index}>{typeof piece === 'number' ? all[piece] : piece}</Fragment>
      ))}
    </>
  );
}
