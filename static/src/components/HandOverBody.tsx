import { controlWords } from '../i18n/words';
import { CopyLink } from './CopyLink';
import type { HandOverProps } from './HandOver';
import { SureButton } from './SureButton';
import { Trouble } from './Trouble';

/** A control link for the next host, and the way to take such links back. */
export function HandOverBody({ controlKeys, handOver, link }: HandOverProps) {
  const words = controlWords.handOver;
  return (
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
  );
}
