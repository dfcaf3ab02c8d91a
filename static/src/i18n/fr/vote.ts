import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Participe au vote',
    name: 'Ton nom',
    join: 'Participer',
    joining: 'Un instant…',
    notices: {
      kicked: {
        what: 'L’hôte t’a fait sortir de cette session.',
        todo: 'Tu peux participer à nouveau.',
      },
      left: { what: 'Tu as quitté la session.', todo: 'Tu peux participer à nouveau.' },
      seatGone: {
        what: 'Tu n’as plus ta place : elle a été libérée ou reprise.',
        todo: 'Reprends-en une pour voter.',
      },
      linkUnfit: {
        what: 'Ce lien vers une place n’est plus valable.',
        todo: 'Demandes-en un nouveau, ou participe ici.',
      },
      opened: { what: 'La porte est ouverte.', todo: 'Tu peux participer maintenant.' },
    },
    locked: 'La porte est fermée : personne ne peut entrer avant que l’hôte l’ouvre.',
    watch: 'Juste regarder',
    deck: 'Les cartes : {cards}',
    here: 'Déjà là : {names}',
  },
  pageTitle: {
    joining: 'Participer',
    open: 'À toi de voter',
    voted: 'Tu as voté',
    closed: 'En attente',
    watching: 'Tu regardes',
    result: 'Résultat',
    over: 'Session terminée',
  },
};
