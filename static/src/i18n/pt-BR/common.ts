import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'Sem conexão com o servidor. Tentando de novo…',
  more: 'mais {count}',

  connection: {
    connecting: 'Conectando…',
    open: 'Ao vivo',
    reconnecting: 'Reconectando…',
    cookieless: 'Com atraso',
    ended: 'Sem conexão',
  },

  over: {
    heading: 'Esta sessão terminou',
    text: 'Ela chegou ao fim ou o servidor foi reiniciado. Nada ficou guardado.',
  },
  nowhere: {
    heading: 'Confira o link',
    text: 'Ele pode estar incompleto ou errado, ou a sessão já terminou.',
  },
  newSession: 'Criar uma nova sessão',
  language: 'Idioma',

  copy: {
    copied: 'Copiado',
    byHand: 'Não deu para copiar. O link está selecionado: copie manualmente.',
  },

  said: {
    opened: 'A votação está aberta',
    openedFor: 'A votação está aberta. Tempo restante: {time}',
    closed: 'A votação foi encerrada',
    cleared: 'A mesa foi limpa',
    restored: 'As cartas voltaram para a mesa',
    restoredFor: 'As cartas voltaram para a mesa. Tempo restante: {time}',
    voted: 'Seu voto: {choice}',
    doorLocked: 'A porta está trancada',
    doorOpen: 'A porta está aberta',
    renamed: 'Agora você é {name}',
  },

  problems: {
    'bad-name': 'Este nome não serve. Use até 64 caracteres visíveis.',
    'no-name': 'Primeiro, digite um nome.',
    'foreign-origin':
      'Este servidor não aceita alterações vindas deste endereço. Quem cuida dele encontra o motivo no log.',
    'already-joined': 'Este nome já está em uso. Escolha outro ou espere ele ficar livre.',
    'session-full': 'Todos os lugares estão ocupados.',
    'door-locked': 'A porta está trancada. Você poderá entrar assim que o anfitrião abrir.',
    'too-many-requests': 'Chegaram solicitações demais da sua rede. Espere um momento.',
    'too-many-cookies': 'Seu navegador envia cookies demais. Apague os deste site e tente de novo.',
    barred:
      'Algo recusou isso antes de chegar ao servidor. Recarregue a página ou faça login de novo.',
    busy: 'O servidor está ocupado. Tente de novo daqui a pouco.',
    offline: 'Sem conexão com o servidor. Confira sua rede e tente de novo.',
    unclear: 'Não deu para entender a resposta do servidor. Recarregue a página.',
    failed: 'Não deu certo. Tente de novo.',
  },
};
