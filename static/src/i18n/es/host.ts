import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'Tallas de camiseta',
  hand: 'Manos',
  health: 'Semáforo',
  fibonacci89: 'Fibonacci hasta 89',
  modified: 'Fibonacci modificado',
  powers: 'Potencias de dos',
  fist: 'Puño de cinco',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Escribe al menos una carta.',
  twice: '“{card}” está más de una vez. Deja solo una.',
  'too-long': '“{card}” es demasiado largo para una carta. Caben 64 caracteres.',
  'no-deck': 'No indica ninguna baraja.',
  'unknown-deck': 'No hay ninguna baraja llamada “{text}”. Si son cartas, sepáralas con comas.',
  seconds: 'No hay temporizador de “{text}”: se indica en segundos, de 0 (ninguno) a {most}.',
  results:
    'No se pueden mostrar los resultados a “{text}”: las opciones son everybody, counts o controllers.',
};

const otherVersion = 'La página y el servidor son de versiones distintas. Recarga la página.';

const gone = 'Eso ya terminó. Recarga la página.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Una baraja necesita al menos una carta.',
  'bad-choice': 'Una carta de esta baraja no sirve. Elige otra baraja.',
  'duplicate-choice': 'Dos cartas de esta baraja son iguales. Elige otra baraja.',
  'too-many-choices': 'Esta baraja tiene demasiadas cartas. Elige una más pequeña.',
  'bad-title': 'Este título no sirve. Acórtalo o quita los caracteres raros.',
  'too-many-sessions':
    'Ya se crearon muchas sesiones desde tu red. Usa una de ellas o espera a que terminen algunas.',
  'bad-setting': 'Este ajuste no sirve. Elige otro valor.',
  'bad-topic': 'Este tema no sirve. Usa 200 caracteres visibles como máximo.',
  'too-many-topics': 'Son demasiados temas. En la lista caben 500.',
  'too-large': 'Esta lista es demasiado larga para el servidor. Quita algo o acórtala.',
  'bad-agreed': 'Esto no se puede anotar. Usa 64 caracteres visibles como máximo.',
  'not-a-round': 'Esta ronda ya no está en el historial.',
  'nothing-to-undo': 'Ya es tarde para deshacerlo.',
  'session-open': 'Hay una votación abierta. Ciérrala primero.',
  'round-changed': 'Alguien empezó una votación justo antes que tú.',
  'topics-changed': 'Alguien cambió la lista justo antes que tú. Revísala y guarda la tuya.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Esa persona ya salió.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
