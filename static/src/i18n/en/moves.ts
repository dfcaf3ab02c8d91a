import type { SpreadChange } from '../../model/moves';

function spreadChange({ kind, from, to }: SpreadChange): string {
  if (kind === 'stayed') return `The spread stayed at ${to === 1 ? '1 step' : `${to} steps`}`;
  return `The spread ${kind} from ${from} to ${to} steps`;
}

/** What is said of what has changed since the attempt before. */
export const movesWords = {
  since: 'Since the attempt before',
  to: 'to',
  nobodyMoved: 'Nobody changed their vote',
  spreadChange,
};
