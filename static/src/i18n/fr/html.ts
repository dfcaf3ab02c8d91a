import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Autorise JavaScript pour afficher cette page.',
  home: { title: 'pajthy', description: 'Voter ensemble sur les stories, cartes face cachée.' },
  vote: { title: 'pajthy', description: 'Rejoins la session et vote.' },
  control: { title: 'Hôte · pajthy', description: 'Anime la session.' },
};
