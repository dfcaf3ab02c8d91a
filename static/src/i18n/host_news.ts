import type { HostFact } from '../state/news';
import { voterNews } from './voter_news';
import { controlWords, deskWords, historyWords } from './words';

/** What a controller is told of `fact`. */
export function hostNews(fact: HostFact): string {
  const { topics } = deskWords;
  switch (fact.kind) {
    // Which card it is, nobody hears before the close: the control page may be shared.
    case 'voted':
      return deskWords.own.faceDown;
    // The bar by which it can be undone says so itself, and once is enough.
    case 'cleared':
      return '';
    case 'undone':
      return deskWords.undo.done;
    case 'recorded':
      return historyWords.recorded;
    case 'titleChanged':
      return controlWords.title.changed;
    case 'deckChanged':
      return deskWords.deck.changed;
    case 'keyMade':
      return controlWords.handOver.made;
    case 'keysTakenBack':
      return controlWords.handOver.tookBack;
    case 'topicsAdded':
      return topics.added(fact.count);
    case 'topicMoved':
      return topics.moved(fact.topic, fact.place, fact.of);
    case 'topicRemoved':
      return topics.removed(fact.topic);
    default:
      return voterNews(fact);
  }
}
