import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Ative o JavaScript para usar esta página.',
  home: {
    title: 'pajthy',
    description: 'Estime histórias em equipe, com as cartas viradas para baixo.',
  },
  vote: { title: 'pajthy', description: 'Entre na sessão e vote.' },
  control: { title: 'Anfitrião · pajthy', description: 'Conduza a sessão.' },
};
