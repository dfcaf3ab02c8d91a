import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'Tu voto',
  open: 'Elige una carta',
  sending: 'Enviando {choice}…',
  voted: 'Tu voto: {choice}',
  lost: 'Quizá tu {choice} no llegó. Tócala otra vez.',
  closed: 'Espera la próxima votación',
  hidden: 'Solo el anfitrión ve el resultado',
  you: 'Eres {name}',
  device: 'Dispositivo',
  watch: 'Mirar',
  more: 'Más',
  watching: 'Estás mirando',
  joinVote: 'Entrar en la votación',
  changeName: 'Eres {name}. Cambiar nombre',
  cookieless:
    'Tu navegador no guarda cookies, así que aquí todo se ve con retraso. Permítelas para este sitio.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Otro nombre',
  rename: 'Cambiar nombre',
  leave: 'Salir',
  somebodyElse: 'Entrar como otra persona',
  notYou: '¿No eres {name}? Entra como otra persona',
  noDevice: 'No se pudo obtener el código. Este enlace hace lo mismo:',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Escanea esto con el otro dispositivo o abre el enlace allí. Quien lo tenga, tiene tu asiento.',
  code: 'Un código para la cámara, con tu asiento',
  link: 'Enlace a tu asiento',
  copy: 'Copiar el enlace',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Esta sesión no tiene anfitrión.',
  ask: 'Ser anfitrión',
  asked: '{name} quiere ser anfitrión y lo será en {time}',
  object: 'Me opongo',
  withdraw: 'Cancelar',
  passed: 'Ahora el anfitrión es {name}.',
  mine: 'Ahora el anfitrión eres tú.',
  open: 'Abrir la página del anfitrión',
};
