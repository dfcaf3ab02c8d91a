import type { ProblemKind } from '../api/request';
import { homeWords } from '../i18n/host_words';
import type { CardFault } from '../model/cards';
import type { OwnDecks } from '../model/own_decks';
import { Fold } from './Fold';
import { lately } from './lately';

/** What the reader's own cards need. */
export interface OwnCardsFoldProps {
  readonly text: string;
  /** What `text` lists. */
  readonly cards: readonly string[];
  readonly fault: CardFault | undefined;
  readonly trouble: ProblemKind | undefined;
  readonly decks: OwnDecks;
  readonly forgotten: readonly string[] | undefined;
  readonly isBusy: boolean;
  readonly isOpen: boolean;
  readonly onWrite: (text: string) => void;
  readonly onRest: () => void;
  readonly onCreate: () => void;
  readonly onForget: (cards: readonly string[]) => void;
  readonly onBringBack: () => void;
}

const Body = lately(async () => (await import('./OwnCards')).OwnCards);

/** Cards that the reader writes, behind their name. */
export function OwnCardsFold(props: OwnCardsFoldProps) {
  return (
    <Fold heading={homeWords.own} isOpen={props.isOpen}>
      <Body {...props} />
    </Fold>
  );
}
