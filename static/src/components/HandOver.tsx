import type { ProblemKind } from '../api/request';
import { controlWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import { CopyLink } from './CopyLink';
import { SureButton } from './SureButton';
import { Trouble } from './Trouble';

/** What handing over control needs. */
export interface HandOverProps {
  /** How many control keys are valid, the reader's own among them. */
  readonly controlKeys: number;
  /** The control link that was made last; `undefined` before, and once it is taken back. */
  readonly link: Copier | undefined;
  /** Whether it takes no tap just now. */
  readonly isResting: boolean;
  /** Whether taking back was tapped once and waits for the second tap. */
  readonly isAsking: boolean;
  readonly trouble: ProblemKind | undefined;
  readonly onMint: () => void;
  readonly onTapTakeBack: () => void;
  readonly onGiveUpTakeBack: () => void;
}

/** A control link for the next host, and the way to take such links back. */
export function HandOver(props: HandOverProps) {
  const { controlKeys, link, isResting, isAsking, trouble, onMint } = props;
  const words = controlWords.handOver;
  return (
    <details class="hand-over">
      <summary>{words.heading}</summary>
      <div class="hand-over-body">
        <p>{words.text}</p>
        <div class="hand-over-make">
          {link !== undefined && (
            <CopyLink action={words.copy} label={words.link} copier={link} isSecret />
          )}
          <button
            type="button"
            class={link === undefined ? 'button' : 'quiet'}
            aria-disabled={isResting}
            onClick={onMint}
          >
            {link === undefined ? words.make : words.makeAnother}
          </button>
        </div>
        <Trouble kind={trouble} />
        <div class="hand-over-others">
          <p>{words.others(controlKeys - 1)}</p>
          {controlKeys > 1 && (
            <SureButton
              says={words.takeBack}
              isAsking={isAsking}
              onTap={props.onTapTakeBack}
              onGiveUp={props.onGiveUpTakeBack}
            />
          )}
        </div>
      </div>
    </details>
  );
}
