import type { Summary } from '../model/summary';
import { listText } from './format';
import { text } from './message';
import { tableWords } from './words';

/** What a round came down to, in one sentence. */
export function said(summary: Summary): string {
  const words = tableWords.summary;
  const turnout = { count: summary.votes, of: summary.of };
  switch (summary.kind) {
    case 'nothing':
      return text(words.nothing, turnout);
    case 'agreed':
      return text(words.agreed, { ...turnout, choice: summary.choice });
    case 'span': {
      const { median, lowest, highest } = summary;
      if (lowest === highest) return text(words.median, { ...turnout, median });
      return text(words.span, { ...turnout, median, lowest, highest });
    }
    case 'most':
      return text(words.most, { ...turnout, cards: listText(summary.cards, 'and') });
  }
}
