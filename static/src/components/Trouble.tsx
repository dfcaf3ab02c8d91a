import type { ProblemKind } from '../api/request';
import { problemText } from '../i18n/problems';

/** What a complaint needs. */
export interface TroubleProps {
  readonly kind: ProblemKind | undefined;
}

/** What went wrong and what to do, in the place where it happened. */
export function Trouble({ kind }: TroubleProps) {
  return (
    <p class="trouble" role="alert">
      {kind && problemText(kind)}
    </p>
  );
}
