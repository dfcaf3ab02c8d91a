import { controlWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import type { HandOver as HandOverState } from '../state/hand_over';
import { CopyLink } from './CopyLink';
import { SureButton } from './SureButton';
import { Trouble } from './Trouble';

/** What handing over control needs. */
export interface HandOverProps {
  /** How many control keys are valid, the reader's own among them. */
  readonly controlKeys: number;
  readonly handOver: HandOverState;
  /** The control link that was made last; `undefined` before, and once it is taken back. */
  readonly link: Copier | undefined;
}

/** A control link for the next host, and the way to take such links back. */
export function HandOver({ controlKeys, handOver, link }: HandOverProps) {
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
            aria-disabled={handOver.isResting.value}
            onClick={() => handOver.mint()}
          >
            {link === undefined ? words.make : words.makeAnother}
          </button>
        </div>
        <Trouble kind={handOver.trouble.value} />
        <div class="hand-over-others">
          <p>{words.others(controlKeys - 1)}</p>
          {controlKeys > 1 && (
            <SureButton
              says={words.takeBack}
              isAsking={handOver.question.about.value !== undefined}
              onTap={() => handOver.tapTakeBack()}
              onGiveUp={() => handOver.question.giveUp()}
            />
          )}
        </div>
      </div>
    </details>
  );
}
