import type { HostFact } from '../state/news';
import {
  agreeWords,
  deckWords,
  deskWords,
  handOverWords,
  ownSeatWords,
  sessionWords,
  topicsWords,
} from './host_words';
import { text } from './message';
import { voterNews } from './voter_news';

/** What a controller is told of `fact`. */
export function hostNews(fact: HostFact): string {
  switch (fact.kind) {
    // Which card it is, nobody hears before the close: the control page may be shared.
    case 'voted':
      return ownSeatWords.faceDown;
    // The bar by which it can be undone says so itself, and once is enough.
    case 'cleared':
      return '';
    case 'undone':
      return deskWords.undo.done;
    case 'recorded':
      return agreeWords.recorded;
    case 'titleChanged':
      return sessionWords.titleChanged;
    case 'deckChanged':
      return deckWords.changed;
    case 'keyMade':
      return handOverWords.made;
    case 'keysTakenBack':
      return handOverWords.tookBack;
    case 'topicsAdded':
      return text(topicsWords.added, fact);
    case 'topicMoved':
      return text(topicsWords.moved, fact);
    case 'topicRemoved':
      return text(topicsWords.removed, fact);
    default:
      return voterNews(fact);
  }
}
