import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'Le serveur ne répond pas. Nouvel essai…',
  more: { one: '{count} autre', other: '{count} autres' },

  connection: {
    connecting: 'Connexion…',
    open: 'En direct',
    reconnecting: 'Reconnexion…',
    cookieless: 'Pas en direct',
    ended: 'Hors connexion',
  },

  over: {
    heading: 'Cette session est terminée',
    text: 'Elle a pris fin, ou le serveur a redémarré. Rien n’en est conservé.',
  },
  nowhere: {
    heading: 'Vérifie le lien',
    text: 'Il est peut-être incomplet ou mal tapé, ou la session est terminée.',
  },
  newSession: 'Créer une session',
  language: 'Langue',

  copy: {
    copied: 'Copié',
    byHand: 'Impossible de copier. Le lien est sélectionné : copie-le à la main.',
  },

  said: {
    opened: 'Le vote est ouvert',
    openedFor: 'Le vote est ouvert. Il reste {time}',
    closed: 'Le vote est clos',
    cleared: 'La table a été vidée',
    restored: 'Les cartes sont de retour sur la table',
    restoredFor: 'Les cartes sont de retour sur la table. Il reste {time}',
    voted: 'Tu as voté {choice}',
    doorLocked: 'La porte est fermée',
    doorOpen: 'La porte est ouverte',
    renamed: 'Tu t’appelles maintenant {name}',
  },

  problems: {
    'bad-name': 'Ce nom ne convient pas. Choisis-en un de 64 caractères visibles au plus.',
    'no-name': 'Indique d’abord un nom.',
    'foreign-origin':
      'Ce serveur refuse les modifications venant de cette adresse. La raison est dans son journal.',
    'already-joined': 'Ce nom est déjà pris. Choisis-en un autre, ou attends qu’il se libère.',
    'session-full': 'Toutes les places sont prises.',
    'door-locked': 'La porte est fermée. Tu pourras entrer dès que l’hôte l’ouvrira.',
    'too-many-requests': 'Trop de demandes d’un coup depuis ton réseau. Attends un instant.',
    'too-many-cookies':
      'Ton navigateur envoie trop de cookies. Efface ceux de ce site, puis réessaie.',
    barred:
      'Quelque chose entre toi et le serveur a bloqué la demande. Recharge la page ou reconnecte-toi.',
    busy: 'Le serveur est très sollicité. Réessaie dans un instant.',
    offline: 'Le serveur ne répond pas. Vérifie ton réseau, puis réessaie.',
    unclear: 'La réponse est incompréhensible. Recharge la page.',
    failed: 'Ça n’a pas marché. Réessaie.',
  },
};
