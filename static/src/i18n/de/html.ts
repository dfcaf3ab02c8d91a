import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Bitte erlaube JavaScript für diese Seite.',
  home: { title: 'pajthy', description: 'Gemeinsam über Storys abstimmen, mit verdeckten Karten.' },
  vote: { title: 'pajthy', description: 'Mach mit und stimm ab.' },
  control: { title: 'Host · pajthy', description: 'Leite die Session.' },
};
