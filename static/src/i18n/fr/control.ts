import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Lancer le vote', stop: 'Révéler les cartes', next: 'Nouveau vote' },
  nextTopic: 'Suite : {topic}',
  ready: 'C’est quand tu veux',
  readyText: 'Lance le vote dès que tout le monde est là.',
  nobody: 'Il n’y a encore personne',
  readyEmpty: 'Partage le lien, et la table se remplira.',
  readyLocked: 'La porte est fermée. Ouvre-la et partage le lien.',
  openEmpty: 'Le vote est ouvert. Personne ne participe encore.',
  participants: 'Participants',
  awaySince: 'en veille depuis {time}',
  goneSince: 'hors connexion depuis {time}',
  kick: 'Faire sortir {name}',
  kickShort: 'Faire sortir',
  close: 'Fermer',
  session: 'Cette session',
  handOver: 'Passer la main à un autre hôte',
  pageTitle: {
    start: 'Tout est prêt',
    stop: { one: '{count} vote sur {of}', other: '{count} votes sur {of}' },
    next: 'Résultat',
    locked: 'Lien d’hôte requis',
    cookieless: 'Cookies requis',
    over: 'Session terminée',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Sujet, si tu veux',
  topicExample: 'Connexion par passkey, ou un lien',
  timer: 'Minuteur',
  timerOf: 'Minuteur des prochains tours',
  noTimer: 'Aucun',
  addTime: '+ {time}',
  stopTimer: 'Sans minuteur',
  lastCall: 'Dernier appel',
  again: 'Revoter',
  clear: 'Vider la table',
  undo: {
    reset: 'La table a été vidée.',
    kick: '{name} n’est plus dans la session.',
    button: 'Annuler',
    done: 'C’est annulé',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Inviter',
  inviteKey: 'Inviter (I)',
  heading: 'Prends place',
  text: 'Scanne le code ou ouvre le lien, et dis ton nom.',
  code: 'Un code à scanner, qui mène au vote',
  link: 'Lien pour voter',
  copy: 'Copier le lien',
  share: 'Partager',
  close: 'Fermer',
  locked: 'La porte est fermée : avec ce lien, plus personne ne peut entrer.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Valeur retenue',
  else: 'autre…',
  field: 'Autre chose',
  record: 'Noter',
  recorded: 'C’est noté',
};
