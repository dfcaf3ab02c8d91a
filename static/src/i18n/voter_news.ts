import { summary } from '../model/summary';
import type { VoterFact } from '../state/news';
import { durationText, listText } from './format';
import { text } from './message';
import { said as summaryText } from './said';
import { commonWords, questionWords, roundWords } from './words';

/** What a voter is told of `fact`. */
export function voterNews(fact: VoterFact): string {
  const { said } = commonWords;
  switch (fact.kind) {
    case 'opened':
    case 'restored':
      if (fact.seconds === undefined) return said[fact.kind];
      return text(said[`${fact.kind}For`], { time: spoken(fact.seconds) });
    case 'closed': {
      const { revealed } = fact;
      return revealed ? summaryText(summary(revealed.choices, revealed.result)) : said.closed;
    }
    case 'timeLeft':
      return text(roundWords.timeLeft, { time: spoken(fact.seconds) });
    case 'timeUp':
      return roundWords.timeUp;
    case 'asks': {
      const { asks, rests } = questionWords;
      const { names } = fact;
      const who = text(asks, { count: names.length, names: listText(names, 'and') });
      return fact.rests ? listText([who, rests], 'none') : who;
    }
    case 'answered':
      return questionWords.over;
    case 'voted':
      return text(said.voted, { choice: fact.choice });
    case 'renamed':
      return text(said.renamed, { name: fact.name });
    default:
      return said[fact.kind];
  }
}

function spoken(seconds: number): string {
  return durationText(seconds, 'long');
}
