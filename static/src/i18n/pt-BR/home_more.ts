import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Timer de cada rodada',
  noTimer: 'Nenhum',
  results: 'Quem vê o resultado',
  who: {
    everybody: { label: 'Todos', hint: 'o voto de cada pessoa' },
    counts: {
      label: 'Todos, sem nomes',
      hint: 'quantas vezes cada carta foi escolhida; o anfitrião vê os nomes',
    },
    controllers: {
      label: 'Só o anfitrião',
      hint: 'os outros só veem que a votação foi encerrada',
    },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Escreva ou cole as cartas',
  help: 'Separe com vírgulas, ponto e vírgula, espaços ou quebras de linha. Emojis também valem.',
  example: '½, 1, 2, 4, 8, enorme, ☕',
  cards: { one: '{count} carta', other: '{count} cartas' },
  create: 'Começar com estas cartas',
  remembered: 'Salvas neste dispositivo',
  forget: 'Esquecer',
  forgetDeck: 'Esquecer {cards}',
  forgotten: 'Esquecidas: {cards}',
  bringBack: 'Recuperar',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'Quem abrir este link vira anfitrião de uma nova sessão, com este baralho e tudo o que você definiu acima. Por isso, mande só para o anfitrião; os outros recebem o link da sessão.',
  deck: 'Baralho do link',
  typed: 'As cartas acima: {cards}',
  own: 'Suas cartas: {cards}',
  label: 'Link que inicia uma sessão',
  copy: 'Copiar este link',
  tooLong: 'Ficaria longo demais para um link. Encurte o título ou use menos cartas.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Há algo errado neste link',
  pick: 'O resto já está definido. Escolha um baralho para continuar.',
  mend: 'O resto já está definido. Corrija as cartas em “Suas próprias cartas” ou escolha um baralho.',
  goOn: 'O resto já está definido.',
  failed: 'Não deu para criar a sessão deste link',
  create: 'Iniciar a sessão',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Link ou código de uma sessão',
  go: 'Ir',
  faults: {
    empty: 'Cole um link ou digite o código de uma sessão.',
    unclear: 'Isto não é o link nem o código de uma sessão.',
    unknown: 'Essa sessão não existe. Talvez já tenha terminado, ou alguma letra esteja errada.',
    foreign: 'Este link leva a outro site: {host}.',
  },
  recent: 'Suas últimas sessões',
  host: 'anfitrião',
  voter: 'como {name}',
  forget: 'Esquecer a sessão {title}',
  forgotten: 'Esquecida: {title}',
  bringBack: 'Recuperar',
};
