import { controlWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import { CopyLink } from './CopyLink';

/** What sharing needs. */
export interface ShareProps {
  readonly voteLink: Copier;
  /** `undefined` where the key is not known: then control can't be handed over from here. */
  readonly controlLink: Copier | undefined;
}

/** The link for everybody, and, apart from it, the one for the next host. */
export function Share({ voteLink, controlLink }: ShareProps) {
  return (
    <section class="share" aria-labelledby="share-heading">
      <h2 id="share-heading" class="heading">
        {controlWords.share}
      </h2>
      <CopyLink action={controlWords.copy} label={controlWords.link} copier={voteLink} />
      {controlLink !== undefined && (
        <details class="hand-over">
          <summary>{controlWords.handOver}</summary>
          <p>{controlWords.handOverText}</p>
          <CopyLink
            action={controlWords.copyControl}
            label={controlWords.controlLink}
            copier={controlLink}
            isSecret
          />
        </details>
      )}
    </section>
  );
}
