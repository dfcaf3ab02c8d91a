import { handOverWords as words } from '../i18n/host_words';
import { text } from '../i18n/message';
import { CopyLink } from './CopyLink';
import type { HandOverProps } from './HandOver';
import { SureButton } from './SureButton';
import { Trouble } from './Trouble';

/** A control link for the next host, and the way to take such links back. */
export function HandOverBody({ controlKeys, handOver, link }: HandOverProps) {
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
        <p>{othersText(controlKeys - 1)}</p>
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

function othersText(count: number): string {
  return count === 0 ? words.noOthers : text(words.others, { count });
}
