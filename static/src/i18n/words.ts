/**
 * The words of the page, in its language (`lang` in the html entries says which). They come page by page, so that no
 * page loads another one's. A second language exports the same names, each `typeof` these.
 */
export { commonWords } from './en/common';
export { controlWords } from './en/control';
export { copyWords } from './en/copy';
export { deskWords } from './en/desk';
export { historyWords } from './en/history';
export { homeWords } from './en/home';
export { hostProblems } from './en/host';
export { resultWords } from './en/result';
export { roundWords } from './en/round';
export { tableWords } from './en/table';
export { voteWords } from './en/vote';
