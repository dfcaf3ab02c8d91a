import { commonWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import { HOST_ICONS } from './host_icons';
import { Icon, TICK } from './Icon';

/** What a link to copy needs. */
export interface CopyLinkProps {
  /** What the button says. */
  readonly action: string;
  /** What the link is. */
  readonly label: string;
  readonly copier: Copier;
  /** Kept out of sight until copying has failed: the screen may be shared. */
  readonly isSecret?: boolean;
}

/** A link with a button that copies it and says how that went. */
export function CopyLink({ action, label, copier, isSecret = false }: CopyLinkProps) {
  const outcome = copier.outcome.value;
  return (
    <div class="copy">
      {(!isSecret || outcome === 'failed') && (
        <input
          class="copy-link"
          aria-label={label}
          value={copier.link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          // In Safari the end of a tap clears what its beginning has selected.
          onMouseUp={(event) => event.preventDefault()}
        />
      )}
      <button type="button" class="button" onClick={(event) => copy(copier, event.currentTarget)}>
        {outcome === 'copied' ? (
          <Icon name="tick" path={TICK} />
        ) : (
          <Icon name="copy" path={HOST_ICONS.copy} />
        )}
        {action}
      </button>
      <span class="copy-outcome" role="status" data-outcome={outcome}>
        {outcome === 'copied' && commonWords.copy.copied}
        {outcome === 'failed' && commonWords.copy.byHand}
      </span>
    </div>
  );
}

async function copy(copier: Copier, button: HTMLElement): Promise<void> {
  const worked = await copier.copy();
  if (!worked) button.parentElement?.querySelector('input')?.select();
}
