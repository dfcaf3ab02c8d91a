import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'Seu voto',
  open: 'Escolha uma carta',
  sending: 'Enviando {choice}…',
  voted: 'Seu voto: {choice}',
  lost: 'Sua carta {choice} pode não ter chegado. Toque de novo.',
  closed: 'Aguarde a próxima votação',
  hidden: 'Só o anfitrião vê o resultado',
  you: 'Você é {name}',
  device: 'Dispositivo',
  watch: 'Assistir',
  more: 'Mais',
  watching: 'Você está assistindo',
  joinVote: 'Entrar na votação',
  changeName: 'Você é {name}. Mudar nome',
  cookieless:
    'Seu navegador não guarda cookies, por isso tudo aparece aqui com atraso. Permita os deste site.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Outro nome',
  rename: 'Mudar nome',
  leave: 'Sair',
  somebodyElse: 'Entrar como outra pessoa',
  notYou: 'Não é {name}? Entre como outra pessoa',
  noDevice: 'Não deu para carregar o código. Este link faz o mesmo:',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Escaneie com o outro dispositivo ou abra o link nele. Quem tiver o link entra no seu lugar.',
  code: 'Um código para a câmera, com o seu lugar',
  link: 'Link do seu lugar',
  copy: 'Copiar o link',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Esta sessão está sem anfitrião.',
  ask: 'Ser anfitrião',
  asked: '{name} quer ser anfitrião e assume em {time}',
  object: 'Sou contra',
  withdraw: 'Cancelar',
  passed: 'Agora o anfitrião é {name}.',
  mine: 'Agora o anfitrião é você.',
  open: 'Abrir a página do anfitrião',
};
