import { teach } from '../books';
import { commonWords } from './common';
import { agreeWords, controlWords, deskWords, inviteWords } from './control';
import { deckNames, faultWords, hostProblems } from './host';
import {
  movesWords,
  questionWords,
  resultWords,
  roundWords,
  seatProblems,
  switchWords,
  tableWords,
} from './table';

const words = {
  agreeWords,
  commonWords,
  controlWords,
  deckNames,
  deskWords,
  faultWords,
  hostProblems,
  inviteWords,
  movesWords,
  questionWords,
  resultWords,
  roundWords,
  seatProblems,
  switchWords,
  tableWords,
};

teach('en', words, () => Promise.all([import('./control_more')]));
