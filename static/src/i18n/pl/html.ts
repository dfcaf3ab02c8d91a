import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Ta strona potrzebuje JavaScriptu. Włącz go w przeglądarce.',
  home: {
    title: 'pajthy',
    description: 'Wspólne głosowanie nad historyjkami, z kartami zakrytymi do końca.',
  },
  vote: { title: 'pajthy', description: 'Dołącz do sesji i głosuj.' },
  control: { title: 'Host · pajthy', description: 'Prowadź sesję.' },
};
