import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'La mesa',
  you: 'Tú',
  standing: { voted: 'ya votó', waiting: 'falta su voto', away: 'ausente' },
  unasked: { none: 'presente', revealed: 'sin voto' },
  chose: 'votó {choice}',
  others: 'y {count} más',
  progress: 'Votos en la mesa: {count} de {of}',
  waitingFor: 'esperando a {names}',
  summary: {
    nothing: 'Cerrada. {count} de {of} votos',
    agreed: 'Cerrada. {count} de {of} votos, todos coinciden en {choice}',
    median: 'Cerrada. {count} de {of} votos, mediana {median}',
    span: 'Cerrada. {count} de {of} votos, mediana {median}, de {lowest} a {highest}',
    most: 'Cerrada. {count} de {of} votos, con más votos: {cards}',
  },
  first: 'Primero hablan {low} ({lowCard}) y {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: 'Intento {number}',
  timer: 'Tiempo restante',
  timeLeft: 'Tiempo restante: {time}',
  timeUp: 'Se acabó el tiempo',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Resultado',
  recorded: 'Valor acordado: {value}',
  average: 'Promedio',
  median: 'Mediana',
  middle: { one: 'Carta central', other: 'Cartas centrales' },
  votes: 'Votos',
  abstentions: 'Abstenciones',
  mode: 'Más votos',
  range: 'Rango',
  span: '{lowest} – {highest}',
  steps: { one: '{count} paso', other: '{count} pasos' },
  nearest: 'Cerca del promedio',
  agreement: 'Coincidencia',
  line: { one: '{choice}: {count} voto', other: '{choice}: {count} votos' },
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Desde el intento anterior',
  moved: '{name} pasó de {from} a {to}',
  nobodyMoved: 'Nadie cambió su voto',
  shrank: {
    one: 'La dispersión bajó de {from} a {count} paso',
    other: 'La dispersión bajó de {from} a {count} pasos',
  },
  grew: {
    one: 'La dispersión subió de {from} a {count} paso',
    other: 'La dispersión subió de {from} a {count} pasos',
  },
  stayed: {
    one: 'La dispersión sigue en {count} paso',
    other: 'La dispersión sigue en {count} pasos',
  },
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'Tengo una duda',
  settled: 'Ya no tengo dudas',
  asks: { one: '{names} tiene una duda', other: '{names} tienen dudas' },
  rests: 'Temporizador en pausa',
  answered: 'Duda resuelta',
  over: 'Ya no hay dudas',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: 'Acordado en {value}: {topics}',
  none: 'Aún no hay nada acordado en {value}',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Sonidos en este dispositivo',
  keys: 'Atajos de una tecla en este dispositivo',
  awake: 'Mantener la pantalla encendida durante la votación',
  buzz: 'Vibrar cuando empieza la votación y cuando se acaba el tiempo',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'La votación se cerró justo antes de tu voto.',
  'not-a-valid-choice': 'Esta carta no está en la baraja. Recarga la página.',
  'control-not-free': 'Ahora mismo no puedes ser anfitrión. Espera un momento.',
  'too-many-questions': 'Ya hay muchas dudas pendientes. Espera un momento.',
};
