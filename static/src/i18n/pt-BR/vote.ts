import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Entre na votação',
    name: 'Seu nome',
    join: 'Entrar',
    joining: 'Entrando…',
    notices: {
      kicked: { what: 'Removeram você desta sessão.', todo: 'Pode entrar de novo.' },
      left: { what: 'Você saiu da sessão.', todo: 'Pode entrar de novo.' },
      seatGone: {
        what: 'Você perdeu o lugar: ele foi liberado ou ocupado.',
        todo: 'Entre de novo para votar.',
      },
      linkUnfit: {
        what: 'Este link de um lugar não vale mais.',
        todo: 'Peça um novo ou entre por aqui.',
      },
      opened: { what: 'A porta está aberta.', todo: 'Já pode entrar.' },
    },
    locked: 'A porta está trancada: ninguém mais entra até o anfitrião abrir.',
    watch: 'Só assistir',
    deck: 'As cartas: {cards}',
    here: 'Já na mesa: {names}',
  },
  pageTitle: {
    joining: 'Entrar',
    open: 'Vote agora',
    voted: 'Você já votou',
    closed: 'Aguardando',
    watching: 'Assistindo',
    result: 'Resultado',
    over: 'Sessão encerrada',
  },
};
