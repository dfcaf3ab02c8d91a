import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'Ton vote',
  open: 'Choisis une carte',
  sending: 'Envoi de {choice}…',
  voted: 'Tu as voté {choice}',
  lost: '{choice} n’est peut-être pas arrivé. Touche à nouveau.',
  closed: 'En attente du prochain vote',
  hidden: 'Seul l’hôte voit le résultat',
  you: 'Toi : {name}',
  device: 'Appareil',
  watch: 'Regarder',
  more: 'Plus',
  watching: 'Tu regardes',
  joinVote: 'Participer',
  changeName: 'Toi : {name}. Changer de nom',
  cookieless:
    'Ton navigateur ne garde pas les cookies : tout s’affiche ici avec du retard. Autorise-les pour ce site.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Un autre nom',
  rename: 'Changer de nom',
  leave: 'Quitter',
  somebodyElse: 'Participer sous un autre nom',
  notYou: 'Tu n’es pas {name} ? Participer sous un autre nom',
  noDevice: 'Impossible de charger le code. Ce lien fait la même chose :',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Scanne ce code avec l’autre appareil, ou ouvre le lien dessus. Qui a ce lien a ta place.',
  code: 'Un code à scanner, qui mène à ta place',
  link: 'Lien vers ta place',
  copy: 'Copier le lien',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Cette session n’a pas d’hôte.',
  ask: 'Devenir l’hôte',
  asked: '{name} veut devenir l’hôte : plus que {time}',
  object: 'Refuser',
  withdraw: 'Finalement, non',
  passed: 'L’hôte est maintenant {name}.',
  mine: 'L’hôte, maintenant, c’est toi.',
  open: 'Ouvrir la page de l’hôte',
};
