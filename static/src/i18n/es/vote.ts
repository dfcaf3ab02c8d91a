import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Entra en la votación',
    name: 'Tu nombre',
    join: 'Entrar',
    joining: 'Entrando…',
    notices: {
      kicked: { what: 'Te expulsaron de esta sesión.', todo: 'Puedes volver a entrar.' },
      left: { what: 'Saliste de la sesión.', todo: 'Puedes volver a entrar.' },
      seatGone: {
        what: 'Perdiste tu asiento: se liberó o alguien lo ocupó.',
        todo: 'Vuelve a entrar para votar.',
      },
      linkUnfit: {
        what: 'Este enlace a un asiento ya no sirve.',
        todo: 'Pide uno nuevo o entra aquí.',
      },
      opened: { what: 'La puerta está abierta.', todo: 'Ya puedes entrar.' },
    },
    locked: 'La puerta está cerrada: nadie más puede entrar hasta que el anfitrión la abra.',
    watch: 'Solo mirar',
    deck: 'Las cartas: {cards}',
    here: 'Ya en la mesa: {names}',
  },
  pageTitle: {
    joining: 'Entrar',
    open: 'Vota ahora',
    voted: 'Ya votaste',
    closed: 'En espera',
    watching: 'Mirando',
    result: 'Resultado',
    over: 'Sesión terminada',
  },
};
