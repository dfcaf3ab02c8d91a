import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Iniciar votação', stop: 'Mostrar as cartas', next: 'Nova votação' },
  nextTopic: 'Próximo: {topic}',
  ready: 'Tudo pronto',
  readyText: 'Comece assim que todos chegarem.',
  nobody: 'Ainda não há ninguém',
  readyEmpty: 'Compartilhe o link e as pessoas vão aparecer aqui.',
  readyLocked: 'A porta está trancada. Abra e compartilhe o link.',
  openEmpty: 'A votação está aberta. Ninguém entrou ainda.',
  participants: 'Participantes',
  awaySince: 'ausente desde {time}',
  goneSince: 'sem conexão desde {time}',
  kick: 'Remover {name}',
  kickShort: 'Remover',
  close: 'Fechar',
  session: 'Esta sessão',
  handOver: 'Passar o comando a outro anfitrião',
  pageTitle: {
    start: 'Tudo pronto',
    stop: 'Votos: {count} de {of}',
    next: 'Resultado',
    locked: 'Falta o link',
    cookieless: 'Faltam cookies',
    over: 'Sessão encerrada',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Tema, se quiser',
  topicExample: 'Login com passkey, ou um link',
  timer: 'Timer',
  timerOf: 'Timer das próximas rodadas',
  noTimer: 'Nenhum',
  addTime: '+ {time}',
  stopTimer: 'Sem timer',
  lastCall: 'Última chamada',
  again: 'Votar de novo',
  clear: 'Limpar',
  undo: {
    reset: 'A mesa foi limpa.',
    kick: '{name} não está mais na mesa.',
    button: 'Desfazer',
    done: 'Desfeito',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Convidar',
  inviteKey: 'Convidar (I)',
  heading: 'Sente-se à mesa',
  text: 'Escaneie o código ou abra o link e escreva seu nome.',
  code: 'Um código para a câmera: ele leva à votação',
  link: 'Link para votar',
  copy: 'Copiar link',
  share: 'Compartilhar',
  close: 'Fechar',
  locked: 'A porta está trancada: com este link ninguém mais entra.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Valor combinado',
  else: 'outro…',
  field: 'Outro valor',
  record: 'Anotar',
  recorded: 'Anotado',
};
