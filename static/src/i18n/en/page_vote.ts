import { teach } from '../books';
import { commonWords } from './common';
import { voteWords } from './vote';

teach('en', { commonWords, voteWords }, () =>
  Promise.all([import('./table'), import('./vote_more')]),
);
