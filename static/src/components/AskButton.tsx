import { browserWorld } from '../api/world';
import { questionWords as words } from '../i18n/words';
import { OwnQuestion } from '../state/own_question';
import { QuestionMark } from './Questions';

/** What the button needs. */
export interface AskButtonProps {
  /** Whether the reader's seat has a question. */
  readonly isRaised: boolean;
  /** Raises it, or says that it is settled; and whether that worked. */
  readonly onTurn: (isRaised: boolean) => Promise<boolean>;
}

/** The question of the seat that this page sits in. */
export const ownQuestion = new OwnQuestion(browserWorld());

/** Raises a question, and settles it. */
export function AskButton({ isRaised, onTurn }: AskButtonProps) {
  ownQuestion.follow(isRaised);
  return (
    <button
      type="button"
      class="ask"
      data-is-raised={isRaised}
      onClick={() => ownQuestion.tap(onTurn)}
    >
      <QuestionMark />
      {isRaised ? words.settled : words.ask}
    </button>
  );
}
