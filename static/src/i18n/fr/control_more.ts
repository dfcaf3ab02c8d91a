import type * as english from '../en/control_more';
import type { Translation } from '../message';

export const sessionWords: Translation<typeof english.sessionWords> = {
  title: 'Titre',
  changeTitle: 'Changer le titre',
  titleChanged: 'Le titre a changé',
  lock: 'Fermer la porte',
  locked: 'Plus personne ne peut entrer. Les places déjà prises le restent.',
  open: 'Toute personne qui a le lien peut participer.',
};

export const handOverWords: Translation<typeof english.handOverWords> = {
  text: 'Avec un lien d’hôte, on peut lancer un vote, révéler les cartes, vider la table et faire sortir quelqu’un. Crées-en un pour le prochain hôte, et ne l’envoie à personne d’autre.',
  make: 'Créer un lien d’hôte',
  makeAnother: 'En créer un autre',
  copy: 'Copier le lien d’hôte',
  link: 'Lien d’hôte',
  made: 'Un lien d’hôte est prêt à copier',
  noOthers: 'Aucun autre lien d’hôte n’est valable.',
  others: {
    one: '{count} autre lien d’hôte est valable.',
    other: '{count} autres liens d’hôte sont valables.',
  },
  takeBack: { first: 'Révoquer tous les autres', sure: 'Vraiment ? Les révoquer' },
  tookBack: 'Tous les autres liens d’hôte ont été révoqués',
};

export const lockedWords: Translation<typeof english.lockedWords> = {
  heading: {
    keyless: 'Il faut un lien d’hôte pour cette page',
    wrong: 'Ce lien d’hôte ne correspond pas',
    takenBack: 'Ton lien d’hôte a été révoqué',
    cookieless: 'Cette page a besoin de cookies',
  },
  why: {
    keyless: 'Sans ce lien, on ne peut pas être l’hôte de cette session.',
    wrong: 'Il est peut-être incomplet, vient d’une autre session ou a été révoqué.',
    takenBack: 'Tu ne peux plus être l’hôte de cette session.',
    cookieless: 'Ta clé est la bonne, mais ton navigateur ne garde pas le cookie qui la contient.',
  },
  ask: 'Demande un nouveau lien à l’hôte, qui peut en créer un sur sa page, sous « Passer la main à un autre hôte ».',
  allow:
    'Autorise les cookies pour ce site, puis recharge cette page : ta clé est dans son adresse.',
  vote: 'Aller plutôt au vote',
};

export const ownSeatWords: Translation<typeof english.ownSeatWords> = {
  heading: 'Voter aussi',
  name: 'Ton propre nom',
  join: 'Prendre place',
  why: {
    kicked: 'L’hôte t’a retiré ta place. Tu peux la reprendre.',
    left: 'Tu as laissé ta place. Tu peux la reprendre.',
    seatGone: 'Tu n’as plus ta place : elle a été libérée ou reprise. Reprends-en une pour voter.',
    opened: 'La porte est ouverte. Tu peux prendre place.',
  },
  locked: 'La porte est fermée. Ouvre-la pour prendre place.',
  you: 'Ta place : {name}.',
  cards: 'Ta propre carte',
  faceDown: 'Ta carte est posée face cachée',
  peek: 'Maintenir pour la voir',
  phone: 'Voter sur mon téléphone',
  phoneText:
    'Scanne ce code avec ton téléphone : ta place y sera, et personne ne verra ici ce que tu touches.',
  change: 'En changer',
  keep: 'La garder',
  voted: 'Tu as voté {choice}',
  closed: 'Tes cartes se reposent jusqu’à l’ouverture du vote.',
  leave: 'Laisser ma place',
};

export const topicsWords: Translation<typeof english.topicsWords> = {
  heading: 'Prochains sujets',
  field: 'Écris ou colle des sujets',
  help: 'Un par ligne, ou un tableau de ton outil de suivi. Tu peux aussi déposer un fichier ici.',
  file: 'Ouvrir un fichier',
  placeholder: 'Connexion par passkey\nPAJ-42 Recherche https://tracker.example/42',
  add: 'Ajouter à la liste',
  none: 'Rien de prévu.',
  take: 'Prendre ensuite',
  takeTopic: 'Prendre ensuite : {topic}',
  up: 'Monter : {topic}',
  down: 'Descendre : {topic}',
  remove: 'Retirer : {topic}',
  added: { one: '{count} sujet ajouté', other: '{count} sujets ajoutés' },
  moved: '{topic} est maintenant numéro {place} sur {of}',
  removed: 'Sujet retiré : {topic}',
  tooMany:
    'La liste peut contenir {most} sujets. Retires-en quelques-uns, puis ajoute ce qui reste ici.',
  oneFile: 'Dépose un seul fichier à la fois.',
  fieldFirst: 'Ajoute d’abord ce qui est dans le champ, ou vide-le. Ouvre ensuite le fichier.',
  fileTooLarge: '{file} dépasse 2 Mo. Exporte moins de colonnes.',
  noText: '{file} n’est pas un texte lisible. Enregistre-le d’abord en CSV UTF-8.',
  emptyFile: 'Il n’y a rien dans {file}.',
  noReader: 'Impossible de lire les sujets pour l’instant. Réessaie.',

  preview: 'Ce qui sera ajouté',
  fromColumn: {
    one: '{count} sujet de la colonne {column}',
    other: '{count} sujets de la colonne {column}',
  },
  fromColumnNumber: {
    one: '{count} sujet de la colonne {number}',
    other: '{count} sujets de la colonne {number}',
  },
  fromLines: {
    one: '{count} sujet, chaque ligne telle quelle',
    other: '{count} sujets, chaque ligne telle quelle',
  },
  fromText: { one: '{count} sujet', other: '{count} sujets' },
  column: 'Les sujets sont dans',
  columnNumber: 'Colonne {number}',
  example: '{name} : {example}',
  wholeLines: 'Lignes entières',
  headed: 'La première ligne est un en-tête : {heading}',
  blank: {
    one: '{count} ligne où cette colonne est vide',
    other: '{count} lignes où cette colonne est vide',
  },
  unlinked: {
    one: '{count} sans l’adresse de la ligne : avec elle, le sujet serait trop long',
    other: '{count} sans l’adresse de la ligne : avec elle, les sujets seraient trop longs',
  },
  others: 'Différent des lignes du tableau, reste dans le champ :',
  faults: {
    tooLong: 'plus de 200 caractères, reste dans le champ',
    unfit: 'contient des caractères impossibles à afficher, reste dans le champ',
  },
  full: 'Il y a encore de la place pour {count} : le reste attend dans le champ.',
};

export const deckWords: Translation<typeof english.deckWords> = {
  heading: 'Cartes',
  text: 'Pour les prochains tours. S’il y a un résultat sur la table, elle est vidée ; l’historique le garde.',
  closeFirst: 'Tu pourras changer les cartes dès que le vote sera clos.',
  known: 'Jeu de cartes',
  option: '{name} : {cards}',
  pick: 'Choisir un jeu de cartes…',
  field: 'Cartes',
  help: 'Séparées par des virgules, des points-virgules, des espaces ou des retours à la ligne.',
  change: 'Utiliser ces cartes',
  changed: 'Les cartes ont changé',
};

export const historyWords: Translation<typeof english.historyWords> = {
  heading: 'Historique',
  loading: 'Chargement de l’historique…',
  retry: 'Réessayer',
  none: 'Aucun tour n’est encore terminé.',
  round: 'Tour {number}',
  average: 'moyenne {mean}',
  median: 'médiane {median}',
  middle: { one: 'carte du milieu {cards}', other: 'cartes du milieu {cards}' },
  agreed: 'valeur retenue : {value}',
  takeAlong: 'Emporter',
  whole: 'Tout l’historique',
  agreedValues: 'Valeurs retenues, vers',
  forms: {
    csv: 'Tableau (CSV)',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'Télécharger le CSV',
    markdown: 'Télécharger le Markdown',
    json: 'Télécharger le JSON',
    jira: 'Télécharger le CSV pour Jira',
    azure: 'Télécharger le CSV pour Azure DevOps',
    linear: 'Télécharger le CSV pour Linear',
    github: 'Télécharger les commandes GitHub',
  },
  copy: {
    csv: 'Copier le tableau',
    markdown: 'Copier le Markdown',
    json: 'Copier le JSON',
    jira: 'Copier le CSV pour Jira',
    azure: 'Copier le CSV pour Azure DevOps',
    linear: 'Copier le CSV pour Linear',
    github: 'Copier les commandes GitHub',
  },
  copied: {
    csv: 'Tableau copié',
    markdown: 'Markdown copié',
    json: 'JSON copié',
    jira: 'CSV pour Jira copié',
    azure: 'CSV pour Azure DevOps copié',
    linear: 'CSV pour Linear copié',
    github: 'Commandes GitHub copiées',
  },
  byHand: 'Impossible de copier. Le texte est sélectionné : copie-le à la main.',
  toCopy: 'Texte à copier',
  notCopied: 'Impossible de copier. Télécharge plutôt le fichier.',
  imports: {
    jira: 'Dans Jira : Système, Importation depuis un système externe, CSV. Associe « Issue key » et « Story Points ».',
    azure:
      'Dans Azure Boards : Requêtes, Importer des éléments de travail. Si un « Work Item Type » est demandé, ajoute cette colonne.',
    linear:
      'Pour les outils qui mettent Linear à jour par ID. L’import de Linear lui-même crée de nouveaux tickets.',
    github: 'Pour un shell avec gh. Les labels, comme « points: 5 », doivent déjà exister.',
  },
  withoutKey: {
    one: 'Laissé de côté : {count} sujet sans clé pour {tracker}.',
    other: 'Laissés de côté : {count} sujets sans clé pour {tracker}.',
  },
  unfit: {
    jira: {
      one: 'Laissée de côté : {count} valeur retenue qui n’est pas un nombre.',
      other: 'Laissées de côté : {count} valeurs retenues qui ne sont pas des nombres.',
    },
    azure: {
      one: 'Laissée de côté : {count} valeur retenue qui n’est pas un nombre.',
      other: 'Laissées de côté : {count} valeurs retenues qui ne sont pas des nombres.',
    },
    linear: {
      one: 'Laissée de côté : {count} valeur retenue qui n’est pas un nombre entier.',
      other: 'Laissées de côté : {count} valeurs retenues qui ne sont pas des nombres entiers.',
    },
    github: {
      one: 'Laissée de côté : {count} valeur retenue trop longue pour un label.',
      other: 'Laissées de côté : {count} valeurs retenues trop longues pour un label.',
    },
  },
  columns: {
    round: 'Tour',
    topic: 'Sujet',
    attempt: 'Essai',
    started: 'Début',
    ended: 'Fin',
    agreed: 'Valeur retenue',
    votes: 'Votes',
    abstentions: 'Abstentions',
    mean: 'Moyenne',
    median: 'Médiane',
    middle: 'Carte du milieu',
    modes: 'Le plus de votes',
    lowest: 'Minimum',
    highest: 'Maximum',
    spread: 'Écart',
    nearest: 'Proche de la moyenne',
    agreement: 'Accord en %',
  },
};

export const keyWords: Translation<typeof english.keyWords> = {
  heading: 'Raccourcis clavier',
  does: {
    B: 'Lancer le vote',
    S: 'Révéler les cartes',
    N: 'Sujet suivant, ou nouveau vote',
    A: 'Revoter',
    U: 'Annuler',
    I: 'Inviter',
    '?': 'Afficher ces raccourcis',
  },
  cards: 'Sur la page de vote, le premier caractère d’une carte suffit pour la choisir.',
  close: 'Fermer',
};
