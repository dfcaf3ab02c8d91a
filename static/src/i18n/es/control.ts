import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Empezar votación', stop: 'Mostrar las cartas', next: 'Nueva votación' },
  nextTopic: 'Siguiente: {topic}',
  ready: 'Todo listo',
  readyText: 'Empieza en cuanto estén todos.',
  nobody: 'Aún no hay nadie',
  readyEmpty: 'Comparte el enlace y la gente irá apareciendo aquí.',
  readyLocked: 'La puerta está cerrada. Ábrela y comparte el enlace.',
  openEmpty: 'La votación está abierta. Aún no ha entrado nadie.',
  participants: 'Participantes',
  awaySince: 'ausente desde las {time}',
  goneSince: 'sin conexión desde las {time}',
  kick: 'Expulsar a {name}',
  kickShort: 'Expulsar',
  close: 'Cerrar',
  session: 'Esta sesión',
  handOver: 'Pasar el mando a otro anfitrión',
  pageTitle: {
    start: 'Todo listo',
    stop: 'Votos: {count} de {of}',
    next: 'Resultado',
    locked: 'Falta el enlace',
    cookieless: 'Faltan cookies',
    over: 'Sesión terminada',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Tema, si quieres',
  topicExample: 'Login con passkey, o un enlace',
  timer: 'Temporizador',
  timerOf: 'Temporizador de las próximas rondas',
  noTimer: 'Ninguno',
  addTime: '+ {time}',
  stopTimer: 'Sin temporizador',
  lastCall: 'Última llamada',
  again: 'Votar de nuevo',
  clear: 'Limpiar',
  undo: {
    reset: 'Se limpió la mesa.',
    kick: 'Se expulsó a {name}.',
    button: 'Deshacer',
    done: 'Deshecho',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Invitar',
  inviteKey: 'Invitar (I)',
  heading: 'Toma asiento',
  text: 'Escanea el código o abre el enlace, y escribe tu nombre.',
  code: 'Un código para la cámara: lleva a la votación',
  link: 'Enlace para votar',
  copy: 'Copiar enlace',
  share: 'Compartir',
  close: 'Cerrar',
  locked: 'La puerta está cerrada: con este enlace no puede entrar nadie más.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Valor acordado',
  else: 'otro…',
  field: 'Otro valor',
  record: 'Anotar',
  recorded: 'Anotado',
};
