import type { Summary } from '../model/summary';
import { tableWords } from './words';

const words = tableWords.summary;

/** What a round came down to, in one sentence. */
export function said(summary: Summary): string {
  const { votes, of } = summary;
  switch (summary.kind) {
    case 'nothing':
      return words.nothing(votes, of);
    case 'agreed':
      return words.agreed(votes, of, summary.choice);
    case 'span':
      return words.span(votes, of, summary.median, summary.lowest, summary.highest);
    case 'most':
      return words.most(votes, of, summary.cards);
  }
}
