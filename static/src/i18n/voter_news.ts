import type { VoterFact } from '../state/news';
import { said as summaryText } from './said';
import { commonWords, roundWords } from './words';

const { said } = commonWords;

/** What a voter is told of `fact`. */
export function voterNews(fact: VoterFact): string {
  switch (fact.kind) {
    case 'opened':
    case 'restored':
      return withTime(said[fact.kind], fact.seconds);
    case 'closed':
      return fact.summary === undefined ? said.closed : summaryText(fact.summary);
    case 'timeLeft':
      return roundWords.timeLeft(fact.seconds);
    case 'timeUp':
      return roundWords.timeUp;
    case 'voted':
      return said.voted(fact.choice);
    case 'renamed':
      return said.renamed(fact.name);
    default:
      return said[fact.kind];
  }
}

function withTime(text: string, seconds: number | undefined): string {
  return seconds === undefined ? text : `${text}. ${roundWords.timeLeft(seconds)}`;
}
