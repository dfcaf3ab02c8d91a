import type { ProblemKind } from '../api/request';
import { commonWords, hostProblems, seatProblems } from './words';

/** What to say of a problem. A page on which less can go wrong has not the words for all. */
export function problemText(kind: ProblemKind): string {
  const known: Partial<Record<ProblemKind, string>> = {
    ...commonWords.problems,
    ...seatProblems,
    ...hostProblems,
  };
  return known[kind] ?? commonWords.problems.failed;
}
