import type { ComponentChildren } from 'preact';
import { controlWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import { CopyLink } from './CopyLink';

/** What sharing needs. */
export interface ShareProps {
  readonly voteLink: Copier;
  /** Whether nobody new gets in with it. */
  readonly isLocked: boolean;
  /** What else is shared, and apart from it: control. */
  readonly children: ComponentChildren;
}

/** The link for everybody, and, apart from it, what only the next host gets. */
export function Share({ voteLink, isLocked, children }: ShareProps) {
  return (
    <section class="share" aria-labelledby="share-heading">
      <h2 id="share-heading" class="heading">
        {controlWords.share}
      </h2>
      <CopyLink action={controlWords.copy} label={controlWords.link} copier={voteLink} />
      {isLocked && <p class="note">{controlWords.door.invitation}</p>}
      {children}
    </section>
  );
}
