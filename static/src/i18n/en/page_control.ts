import { teach } from '../books';
import { commonWords } from './common';
import { agreeWords, controlWords, deskWords, inviteWords } from './control';
import {
  deckWords,
  handOverWords,
  historyWords,
  keyWords,
  lockedWords,
  ownSeatWords,
  sessionWords,
  topicsWords,
} from './control_more';
import { deckNames, faultWords, hostProblems } from './host';
import { movesWords, resultWords, roundWords, switchWords, tableWords } from './table';

// All at once: what is folded away is drawn with the page.
teach('en', {
  agreeWords,
  commonWords,
  controlWords,
  deckNames,
  deckWords,
  deskWords,
  faultWords,
  handOverWords,
  historyWords,
  hostProblems,
  inviteWords,
  keyWords,
  lockedWords,
  movesWords,
  ownSeatWords,
  resultWords,
  roundWords,
  sessionWords,
  switchWords,
  tableWords,
  topicsWords,
});
