import type * as english from '../en/control_more';
import type { Translation } from '../message';

export const sessionWords: Translation<typeof english.sessionWords> = {
  title: 'Título',
  changeTitle: 'Mudar título',
  titleChanged: 'O título mudou',
  lock: 'Trancar a porta',
  locked: 'Ninguém mais entra. Quem já tem lugar continua.',
  open: 'Quem tiver o link pode entrar.',
};

export const handOverWords: Translation<typeof english.handOverWords> = {
  text: 'Quem tem um link de anfitrião pode iniciar e encerrar votações, limpar a mesa e remover participantes. Crie um para o próximo anfitrião e mande só para essa pessoa.',
  make: 'Criar um link de anfitrião',
  makeAnother: 'Criar outro',
  copy: 'Copiar link de anfitrião',
  link: 'Link de anfitrião',
  made: 'O link de anfitrião está pronto para copiar',
  noOthers: 'Não há outros links de anfitrião ativos.',
  others: {
    one: 'Há mais {count} link de anfitrião ativo.',
    other: 'Há mais {count} links de anfitrião ativos.',
  },
  takeBack: { first: 'Desativar todos os outros', sure: 'Tem certeza? Desativar' },
  tookBack: 'Os outros links de anfitrião foram desativados',
};

export const lockedWords: Translation<typeof english.lockedWords> = {
  heading: {
    keyless: 'Esta página precisa de um link de anfitrião',
    wrong: 'Este link de anfitrião não serve',
    takenBack: 'Seu link de anfitrião foi desativado',
    cookieless: 'Esta página precisa de cookies',
  },
  why: {
    keyless: 'Só quem tem um pode ser anfitrião desta sessão.',
    wrong: 'Ele pode estar incompleto, ser de outra sessão ou ter sido desativado.',
    takenBack: 'Você não pode mais ser anfitrião desta sessão.',
    cookieless: 'Sua chave está certa, mas seu navegador não guarda o cookie que a contém.',
  },
  ask: 'Peça um novo link ao anfitrião. Ele é criado na página do anfitrião, em “Passar o comando a outro anfitrião”.',
  allow: 'Permita os cookies deste site e recarregue esta página: sua chave está no endereço.',
  vote: 'Ir para a votação',
};

export const ownSeatWords: Translation<typeof english.ownSeatWords> = {
  heading: 'Votar também',
  name: 'Seu nome',
  join: 'Pegar um lugar',
  why: {
    kicked: 'Removeram você do seu lugar. Você pode voltar a ele.',
    left: 'Você deixou seu lugar. Você pode voltar a ele.',
    seatGone: 'Você perdeu o lugar: ele foi liberado ou ocupado. Pegue outro para votar de novo.',
    opened: 'A porta está aberta. Já pode pegar um lugar.',
  },
  locked: 'A porta está trancada. Abra para pegar um lugar.',
  you: 'Você vota como {name}.',
  cards: 'Sua carta',
  faceDown: 'Sua carta está virada para baixo',
  peek: 'Segure para ver',
  phone: 'Votar pelo celular',
  phoneText: 'Escaneie com o celular e vote por ele: ninguém aqui vê onde você toca.',
  change: 'Trocar',
  keep: 'Manter',
  voted: 'Seu voto: {choice}',
  closed: 'Suas cartas descansam até a votação começar.',
  leave: 'Deixar o lugar',
};

export const topicsWords: Translation<typeof english.topicsWords> = {
  heading: 'Próximos temas',
  field: 'Escreva ou cole temas',
  help: 'Um por linha, ou uma tabela da sua ferramenta de tarefas. Você também pode soltar um arquivo aqui.',
  file: 'Abrir um arquivo',
  placeholder: 'Login com passkey\nPAJ-42 Busca https://tracker.example/42',
  add: 'Adicionar à lista',
  none: 'Nada planejado.',
  take: 'Ir para este',
  takeTopic: 'Ir para este: {topic}',
  up: 'Subir: {topic}',
  down: 'Descer: {topic}',
  remove: 'Tirar: {topic}',
  added: { one: '{count} tema adicionado', other: '{count} temas adicionados' },
  moved: '{topic} agora é o número {place} de {of}',
  removed: '{topic} saiu da lista',
  tooMany: 'Na lista cabem {most} temas. Tire alguns e depois adicione o que sobrou aqui.',
  oneFile: 'Solte um arquivo de cada vez.',
  fieldFirst: 'Primeiro, adicione ou apague o que está no campo. Depois, abra o arquivo.',
  fileTooLarge: '{file} tem mais de 2 MB. Exporte menos colunas.',
  noText: '{file} não é um texto que se possa ler. Salve antes como CSV UTF-8.',
  emptyFile: 'Não há nada em {file}.',
  noReader: 'Não deu para carregar o leitor de temas. Tente de novo.',

  preview: 'O que será adicionado',
  fromColumn: {
    one: '{count} tema da coluna {column}',
    other: '{count} temas da coluna {column}',
  },
  fromColumnNumber: {
    one: '{count} tema da coluna {number}',
    other: '{count} temas da coluna {number}',
  },
  fromLines: {
    one: '{count} tema, cada linha como está',
    other: '{count} temas, cada linha como está',
  },
  fromText: { one: '{count} tema', other: '{count} temas' },
  column: 'Os temas estão em',
  columnNumber: 'Coluna {number}',
  example: '{name}: {example}',
  wholeLines: 'Linhas inteiras',
  headed: 'A primeira linha é um cabeçalho: {heading}',
  blank: {
    one: '{count} linha sem nada nesta coluna',
    other: '{count} linhas sem nada nesta coluna',
  },
  unlinked: {
    one: '{count} sem o endereço da linha: com ele, ficaria longo demais',
    other: '{count} sem o endereço da linha: com ele, ficariam longos demais',
  },
  others: 'Não combina com as linhas da tabela e fica no campo:',
  faults: {
    tooLong: 'tem mais de 200 caracteres, fica no campo',
    unfit: 'tem caracteres que não podem ser mostrados, fica no campo',
  },
  full: {
    one: 'Só cabe mais {count}: os outros ficam no campo.',
    other: 'Só cabem mais {count}: os outros ficam no campo.',
  },
};

export const deckWords: Translation<typeof english.deckWords> = {
  heading: 'Cartas',
  text: 'Para as próximas rodadas. Se houver um resultado na mesa, ele sai dela, mas fica no histórico.',
  closeFirst: 'Você poderá mudar as cartas quando a votação for encerrada.',
  known: 'Baralho',
  option: '{name}: {cards}',
  pick: 'Escolha um baralho…',
  field: 'Cartas',
  help: 'Separe com vírgulas, ponto e vírgula, espaços ou quebras de linha.',
  change: 'Usar estas cartas',
  changed: 'As cartas mudaram',
};

export const historyWords: Translation<typeof english.historyWords> = {
  heading: 'Histórico',
  loading: 'Carregando o histórico…',
  retry: 'Tentar de novo',
  none: 'Nenhuma rodada terminou ainda.',
  round: 'Rodada {number}',
  average: 'média {mean}',
  median: 'mediana {median}',
  middle: { one: 'carta central {cards}', other: 'cartas centrais {cards}' },
  agreed: 'combinado: {value}',
  takeAlong: 'Exportar',
  whole: 'Todo o histórico',
  agreedValues: 'Valores combinados para',
  forms: {
    csv: 'Tabela (CSV)',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'Baixar CSV',
    markdown: 'Baixar Markdown',
    json: 'Baixar JSON',
    jira: 'Baixar CSV para o Jira',
    azure: 'Baixar CSV para o Azure DevOps',
    linear: 'Baixar CSV para o Linear',
    github: 'Baixar comandos para o GitHub',
  },
  copy: {
    csv: 'Copiar tabela',
    markdown: 'Copiar Markdown',
    json: 'Copiar JSON',
    jira: 'Copiar CSV para o Jira',
    azure: 'Copiar CSV para o Azure DevOps',
    linear: 'Copiar CSV para o Linear',
    github: 'Copiar comandos para o GitHub',
  },
  copied: {
    csv: 'Tabela copiada',
    markdown: 'Markdown copiado',
    json: 'JSON copiado',
    jira: 'CSV para o Jira copiado',
    azure: 'CSV para o Azure DevOps copiado',
    linear: 'CSV para o Linear copiado',
    github: 'Comandos para o GitHub copiados',
  },
  byHand: 'Não deu para copiar. O texto está selecionado: copie manualmente.',
  toCopy: 'Texto para copiar',
  notCopied: 'Não deu para copiar. Baixe o arquivo.',
  imports: {
    jira: 'No Jira: Sistema, Importação de sistema externo, CSV. Mapeie “Issue key” e “Story Points”.',
    azure:
      'No Azure Boards: Consultas, Importar itens de trabalho. Se pedir um “Tipo de item de trabalho”, adicione essa coluna.',
    linear:
      'Para ferramentas que atualizam o Linear por ID. O importador do próprio Linear cria novas issues.',
    github: 'Para um terminal com gh. As etiquetas, como “points: 5”, precisam existir.',
  },
  withoutKey: {
    one: 'Ficou de fora {count} tema sem chave do {tracker}.',
    other: 'Ficaram de fora {count} temas sem chave do {tracker}.',
  },
  unfit: {
    jira: {
      one: 'Ficou de fora {count} valor combinado que não é número.',
      other: 'Ficaram de fora {count} valores combinados que não são números.',
    },
    azure: {
      one: 'Ficou de fora {count} valor combinado que não é número.',
      other: 'Ficaram de fora {count} valores combinados que não são números.',
    },
    linear: {
      one: 'Ficou de fora {count} valor combinado que não é número inteiro.',
      other: 'Ficaram de fora {count} valores combinados que não são números inteiros.',
    },
    github: {
      one: 'Ficou de fora {count} valor combinado longo demais para uma etiqueta.',
      other: 'Ficaram de fora {count} valores combinados longos demais para uma etiqueta.',
    },
  },
  columns: {
    round: 'Rodada',
    topic: 'Tema',
    attempt: 'Tentativa',
    started: 'Início',
    ended: 'Fim',
    agreed: 'Combinado',
    votes: 'Votos',
    abstentions: 'Abstenções',
    mean: 'Média',
    median: 'Mediana',
    middle: 'Carta central',
    modes: 'Mais votos',
    lowest: 'Mínimo',
    highest: 'Máximo',
    spread: 'Dispersão',
    nearest: 'Mais perto da média',
    agreement: 'Concordância %',
  },
};

export const keyWords: Translation<typeof english.keyWords> = {
  heading: 'Teclas',
  does: {
    B: 'Iniciar votação',
    S: 'Mostrar as cartas',
    N: 'Próximo tema ou nova votação',
    A: 'Votar de novo',
    U: 'Desfazer',
    I: 'Convidar',
    '?': 'Mostrar estas teclas',
  },
  cards: 'Na página de votação, o primeiro caractere de uma carta vota nela.',
  close: 'Fechar',
};
