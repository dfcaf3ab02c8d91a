import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Temporizador de cada ronda',
  noTimer: 'Ninguno',
  results: 'Quién ve el resultado',
  who: {
    everybody: { label: 'Todos', hint: 'qué votó cada persona' },
    counts: {
      label: 'Todos, sin nombres',
      hint: 'cuántas veces se eligió cada carta; el anfitrión ve los nombres',
    },
    controllers: {
      label: 'Solo el anfitrión',
      hint: 'los demás solo ven que la votación se cerró',
    },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Escribe o pega las cartas',
  help: 'Sepáralas con comas, puntos y coma, espacios o saltos de línea. También valen emojis.',
  example: '½, 1, 2, 4, 8, enorme, ☕',
  cards: { one: '{count} carta', other: '{count} cartas' },
  create: 'Empezar con estas cartas',
  remembered: 'Guardadas en este dispositivo',
  forget: 'Olvidar',
  forgetDeck: 'Olvidar {cards}',
  forgotten: 'Olvidadas: {cards}',
  bringBack: 'Recuperar',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'Quien lo abra será el anfitrión de una sesión nueva con esta baraja y con todo lo que elegiste arriba. Dáselo solo al anfitrión; los demás reciben el enlace de la sesión.',
  deck: 'Baraja del enlace',
  typed: 'Las cartas de arriba: {cards}',
  own: 'Tus cartas: {cards}',
  label: 'Enlace que inicia una sesión',
  copy: 'Copiar este enlace',
  tooLong: 'Sería demasiado largo para un enlace. Acorta el título o usa menos cartas.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Algo falla en este enlace',
  pick: 'El resto ya está configurado. Elige una baraja para seguir.',
  mend: 'El resto ya está configurado. Corrige las cartas en “Tus propias cartas” o elige una baraja.',
  goOn: 'El resto ya está configurado.',
  failed: 'No se pudo crear la sesión de este enlace',
  create: 'Iniciar la sesión',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Enlace o código de una sesión',
  go: 'Ir',
  faults: {
    empty: 'Pega un enlace o escribe el código de una sesión.',
    unclear: 'Esto no es el enlace ni el código de una sesión.',
    unknown: 'Esa sesión no existe. Quizá ya terminó o hay una letra mal.',
    foreign: 'Este enlace lleva a otro sitio: {host}.',
  },
  recent: 'Tus últimas sesiones',
  host: 'anfitrión',
  voter: 'como {name}',
  forget: 'Olvidar la sesión {title}',
  forgotten: 'Olvidada: {title}',
  bringBack: 'Recuperar',
};
