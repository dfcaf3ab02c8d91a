/** Before each file of tests: the page speaks English, and has all its words. */

import { fetchWords, teach } from './books';
import * as common from './en/common';
import * as control from './en/control';
import * as controlMore from './en/control_more';
import * as home from './en/home';
import * as homeMore from './en/home_more';
import * as host from './en/host';
import * as table from './en/table';
import * as vote from './en/vote';
import * as voteMore from './en/vote_more';

teach('en', {
  ...common,
  ...control,
  ...controlMore,
  ...home,
  ...homeMore,
  ...host,
  ...table,
  ...vote,
  ...voteMore,
});
await fetchWords();
