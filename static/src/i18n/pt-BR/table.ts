import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'A mesa',
  you: 'Você',
  standing: { voted: 'já votou', waiting: 'falta votar', away: 'ausente' },
  unasked: { none: 'presente', revealed: 'sem voto' },
  chose: 'votou {choice}',
  others: 'e mais {count}',
  progress: 'Votos na mesa: {count} de {of}',
  waitingFor: 'esperando {names}',
  summary: {
    nothing: 'Encerrada. {count} de {of} votos',
    agreed: 'Encerrada. {count} de {of} votos, todos concordam: {choice}',
    median: 'Encerrada. {count} de {of} votos, mediana {median}',
    span: 'Encerrada. {count} de {of} votos, mediana {median}, de {lowest} a {highest}',
    most: 'Encerrada. {count} de {of} votos, com mais votos: {cards}',
  },
  first: 'Primeiro falam {low} ({lowCard}) e {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: 'Tentativa {number}',
  timer: 'Tempo restante',
  timeLeft: 'Tempo restante: {time}',
  timeUp: 'O tempo acabou',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Resultado',
  recorded: 'Valor combinado: {value}',
  average: 'Média',
  median: 'Mediana',
  middle: { one: 'Carta central', other: 'Cartas centrais' },
  votes: 'Votos',
  abstentions: 'Abstenções',
  mode: 'Mais votos',
  range: 'Intervalo',
  span: '{lowest} – {highest}',
  steps: { one: '{count} passo', other: '{count} passos' },
  nearest: 'Mais perto da média',
  agreement: 'Concordância',
  line: { one: '{choice}: {count} voto', other: '{choice}: {count} votos' },
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Desde a tentativa anterior',
  moved: '{name} foi de {from} para {to}',
  nobodyMoved: 'Ninguém mudou o voto',
  shrank: {
    one: 'A dispersão caiu de {from} para {count} passo',
    other: 'A dispersão caiu de {from} para {count} passos',
  },
  grew: {
    one: 'A dispersão subiu de {from} para {count} passo',
    other: 'A dispersão subiu de {from} para {count} passos',
  },
  stayed: {
    one: 'A dispersão continua em {count} passo',
    other: 'A dispersão continua em {count} passos',
  },
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'Tenho uma dúvida',
  settled: 'Não tenho mais dúvidas',
  asks: { one: '{names} tem uma dúvida', other: '{names} têm dúvidas' },
  rests: 'Timer em pausa',
  answered: 'Dúvida resolvida',
  over: 'Não há mais dúvidas',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: 'Combinado em {value}: {topics}',
  none: 'Ainda não há nada combinado em {value}',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Sons neste dispositivo',
  keys: 'Atalhos de uma tecla neste dispositivo',
  awake: 'Manter a tela ligada durante a votação',
  buzz: 'Vibrar quando a votação começa e quando o tempo acaba',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'A votação foi encerrada logo antes do seu voto.',
  'not-a-valid-choice': 'Esta carta não está no baralho. Recarregue a página.',
  'control-not-free': 'Não dá para ser anfitrião agora. Espere um momento.',
  'too-many-questions': 'Já há muitas dúvidas em aberto. Espere um momento.',
};
