import type { ProblemKind } from '../api/request';
import { commonWords } from './words';

const known: Partial<Record<ProblemKind, string>> = { ...commonWords.problems };

/** A page on which more can go wrong brings the words for it. */
export function learnProblems(more: typeof known): void {
  Object.assign(known, more);
}

/** What to say of a problem. */
export function problemText(kind: ProblemKind): string {
  return known[kind] ?? commonWords.problems.failed;
}
