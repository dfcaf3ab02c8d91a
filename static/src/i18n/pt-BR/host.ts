import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'Tamanho de camiseta',
  hand: 'Mãos',
  health: 'Semáforo',
  fibonacci89: 'Fibonacci até 89',
  modified: 'Fibonacci modificado',
  powers: 'Potências de dois',
  fist: 'Fist of five',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Escreva pelo menos uma carta.',
  twice: '“{card}” aparece mais de uma vez. Deixe só uma.',
  'too-long': '“{card}” é longo demais para uma carta. Cabem até 64 caracteres.',
  'no-deck': 'Ele não indica nenhum baralho.',
  'unknown-deck': 'Não há um baralho chamado “{text}”. Se forem cartas, separe com vírgulas.',
  seconds: 'Não existe timer de “{text}”: use segundos, de 0 (nenhum) a {most}.',
  results:
    'Não dá para mostrar os resultados a “{text}”: as opções são everybody, counts ou controllers.',
};

const otherVersion = 'A página e o servidor são de versões diferentes. Recarregue a página.';

const gone = 'Isso já terminou. Recarregue a página.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Um baralho precisa de pelo menos uma carta.',
  'bad-choice': 'Uma carta deste baralho não serve. Escolha outro baralho.',
  'duplicate-choice': 'Duas cartas deste baralho são iguais. Escolha outro baralho.',
  'too-many-choices': 'Este baralho tem cartas demais. Escolha um menor.',
  'bad-title': 'Este título não serve. Encurte ou tire os caracteres incomuns.',
  'too-many-sessions':
    'Muitas sessões já foram criadas na sua rede. Use uma delas ou espere algumas terminarem.',
  'bad-setting': 'Este ajuste não serve. Escolha outro valor.',
  'bad-topic': 'Este tema não serve. Use até 200 caracteres visíveis.',
  'too-many-topics': 'São temas demais. Na lista cabem 500.',
  'too-large': 'Esta lista é longa demais para o servidor. Tire algo ou encurte.',
  'bad-agreed': 'Não dá para anotar isso. Use até 64 caracteres visíveis.',
  'not-a-round': 'Esta rodada não está mais no histórico.',
  'nothing-to-undo': 'Já é tarde para desfazer isso.',
  'session-open': 'Há uma votação aberta. Encerre primeiro.',
  'round-changed': 'Alguém iniciou uma votação logo antes de você.',
  'topics-changed': 'Alguém mudou a lista logo antes de você. Confira e depois salve a sua.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Essa pessoa já saiu.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
