import type { WayInFault } from '../../state/way_in';
import type { Rich } from '../rich';

const faults: Record<Exclude<WayInFault['kind'], 'problem'>, (what: Rich) => Rich> = {
  empty: () => 'Paste a link, or write the code of a session.',
  unclear: () => 'This is no link to a session, and no code of one.',
  unknown: () => 'There is no such session. It may be over, or a letter is wrong.',
  foreign: (host) => ['This link leads elsewhere, to ', host, '.'],
};

/** What the home page says of sessions that are there already. */
export const waysWords = {
  field: 'Link or code of a session',
  go: 'Go',
  faults,
  recent: 'Your last sessions',
  host: 'host',
  voter: (name: Rich): Rich => ['as ', name],
  forget: (title: string) => `Forget the session ${title}`,
  forgotten: (title: Rich): Rich => ['Forgotten: ', title],
  bringBack: 'Bring back',
};
