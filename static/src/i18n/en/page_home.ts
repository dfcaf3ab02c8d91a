import { teach } from '../books';
import { commonWords } from './common';
import { homeWords } from './home';
import { deckNames, faultWords, hostProblems } from './host';

teach('en', { commonWords, deckNames, faultWords, homeWords, hostProblems }, () =>
  Promise.all([import('./home_more')]),
);
