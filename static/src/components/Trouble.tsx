import type { ProblemKind } from '../api/request';
import { commonWords } from '../i18n/words';

/** What a complaint needs. */
export interface TroubleProps {
  readonly kind: ProblemKind | undefined;
}

/** What went wrong and what to do, in the place where it happened. */
export function Trouble({ kind }: TroubleProps) {
  return (
    <p class="trouble" role="alert">
      {kind && commonWords.problems[kind]}
    </p>
  );
}
