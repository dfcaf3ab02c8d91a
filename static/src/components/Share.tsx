import type { ComponentChildren } from 'preact';
import { controlWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import { CopyLink } from './CopyLink';

/** What sharing needs. */
export interface ShareProps {
  readonly voteLink: Copier;
  /** What else is shared, and apart from it: control. */
  readonly children: ComponentChildren;
}

/** The link for everybody, and, apart from it, what only the next host gets. */
export function Share({ voteLink, children }: ShareProps) {
  return (
    <section class="share" aria-labelledby="share-heading">
      <h2 id="share-heading" class="heading">
        {controlWords.share}
      </h2>
      <CopyLink action={controlWords.copy} label={controlWords.link} copier={voteLink} />
      {children}
    </section>
  );
}
