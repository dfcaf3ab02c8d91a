import type * as english from '../en/control_more';
import type { Translation } from '../message';

export const sessionWords: Translation<typeof english.sessionWords> = {
  title: 'Título',
  changeTitle: 'Cambiar título',
  titleChanged: 'El título cambió',
  lock: 'Cerrar la puerta',
  locked: 'No puede entrar nadie más. Quien ya tiene asiento lo conserva.',
  open: 'Puede entrar quien tenga el enlace.',
};

export const handOverWords: Translation<typeof english.handOverWords> = {
  text: 'Quien tenga un enlace de anfitrión puede empezar y cerrar votaciones, limpiar la mesa y expulsar a participantes. Crea uno para el próximo anfitrión y envíaselo solo a esa persona.',
  make: 'Crear un enlace de anfitrión',
  makeAnother: 'Crear otro',
  copy: 'Copiar enlace de anfitrión',
  link: 'Enlace de anfitrión',
  made: 'El enlace de anfitrión está listo para copiar',
  noOthers: 'No hay otros enlaces de anfitrión activos.',
  others: {
    one: 'Hay otro enlace de anfitrión activo.',
    other: 'Hay otros {count} enlaces de anfitrión activos.',
  },
  takeBack: { first: 'Desactivar todos los demás', sure: '¿Seguro? Desactívalos' },
  tookBack: 'Los demás enlaces de anfitrión se desactivaron',
};

export const lockedWords: Translation<typeof english.lockedWords> = {
  heading: {
    keyless: 'Esta página necesita un enlace de anfitrión',
    wrong: 'Este enlace de anfitrión no sirve',
    takenBack: 'Tu enlace de anfitrión se desactivó',
    cookieless: 'Esta página necesita cookies',
  },
  why: {
    keyless: 'Solo quien tiene uno puede ser anfitrión de esta sesión.',
    wrong: 'Puede que esté incompleto, sea de otra sesión o se haya desactivado.',
    takenBack: 'Ya no puedes ser anfitrión de esta sesión.',
    cookieless: 'Tu clave es correcta, pero tu navegador no guarda la cookie que la contiene.',
  },
  ask: 'Pide un enlace nuevo al anfitrión. Puede crearlo en su página, en “Pasar el mando a otro anfitrión”.',
  allow: 'Permite las cookies de este sitio y recarga esta página: tu clave está en su dirección.',
  vote: 'Ir a la votación',
};

export const ownSeatWords: Translation<typeof english.ownSeatWords> = {
  heading: 'Votar también',
  name: 'Tu nombre',
  join: 'Tomar asiento',
  why: {
    kicked: 'Te expulsaron de tu asiento. Puedes volver a tomarlo.',
    left: 'Dejaste tu asiento. Puedes volver a tomarlo.',
    seatGone: 'Perdiste tu asiento: se liberó o alguien lo ocupó. Toma otro para volver a votar.',
    opened: 'La puerta está abierta. Puedes tomar asiento.',
  },
  locked: 'La puerta está cerrada. Ábrela para tomar asiento.',
  you: 'Votas como {name}.',
  cards: 'Tu carta',
  faceDown: 'Tu carta está boca abajo',
  peek: 'Mantén pulsado para verla',
  phone: 'Votar con mi teléfono',
  phoneText: 'Escanea esto con tu teléfono y vota desde ahí: aquí nadie verá lo que tocas.',
  change: 'Cambiarla',
  keep: 'Dejarla así',
  voted: 'Tu voto: {choice}',
  closed: 'Tus cartas descansan hasta que empiece la votación.',
  leave: 'Dejar el asiento',
};

export const topicsWords: Translation<typeof english.topicsWords> = {
  heading: 'Próximos temas',
  field: 'Escribe o pega temas',
  help: 'Uno por línea, o una tabla de tu gestor de tareas. También puedes soltar aquí un archivo.',
  file: 'Abrir un archivo',
  placeholder: 'Login con passkey\nPAJ-42 Buscador https://tracker.example/42',
  add: 'Añadir a la lista',
  none: 'No hay nada previsto.',
  take: 'Pasar a este',
  takeTopic: 'Pasar a este: {topic}',
  up: 'Subir: {topic}',
  down: 'Bajar: {topic}',
  remove: 'Quitar: {topic}',
  added: { one: 'Se añadió {count} tema', other: 'Se añadieron {count} temas' },
  moved: '{topic} es ahora el número {place} de {of}',
  removed: 'Se quitó {topic}',
  tooMany: 'En la lista caben {most} temas. Quita algunos y añade lo que queda aquí.',
  oneFile: 'Suelta los archivos de uno en uno.',
  fieldFirst: 'Primero añade o borra lo que hay en el campo. Después abre el archivo.',
  fileTooLarge: '{file} pesa más de 2 MB. Exporta menos columnas.',
  noText: '{file} no es un texto que se pueda leer. Guárdalo antes como CSV UTF-8.',
  emptyFile: 'No hay nada en {file}.',
  noReader: 'No se pudo cargar el lector de temas. Inténtalo de nuevo.',

  preview: 'Lo que se añadirá',
  fromColumn: {
    one: '{count} tema de la columna {column}',
    other: '{count} temas de la columna {column}',
  },
  fromColumnNumber: {
    one: '{count} tema de la columna {number}',
    other: '{count} temas de la columna {number}',
  },
  fromLines: {
    one: '{count} tema, cada línea tal cual',
    other: '{count} temas, cada línea tal cual',
  },
  fromText: { one: '{count} tema', other: '{count} temas' },
  column: 'Los temas están en',
  columnNumber: 'Columna {number}',
  example: '{name}: {example}',
  wholeLines: 'Líneas completas',
  headed: 'La primera fila es un encabezado: {heading}',
  blank: {
    one: '{count} fila sin nada en esta columna',
    other: '{count} filas sin nada en esta columna',
  },
  unlinked: {
    one: '{count} sin la dirección de su fila: con ella sería demasiado largo',
    other: '{count} sin la dirección de su fila: con ella serían demasiado largos',
  },
  others: 'No encaja con las filas de la tabla y se queda en el campo:',
  faults: {
    tooLong: 'tiene más de 200 caracteres, se queda en el campo',
    unfit: 'tiene caracteres que no se pueden mostrar, se queda en el campo',
  },
  full: {
    one: 'Solo cabe {count} más: los demás se quedan en el campo.',
    other: 'Solo caben {count} más: los demás se quedan en el campo.',
  },
};

export const deckWords: Translation<typeof english.deckWords> = {
  heading: 'Cartas',
  text: 'Para las próximas rondas. Si hay un resultado en la mesa, se quita, pero queda en el historial.',
  closeFirst: 'Podrás cambiar las cartas cuando se cierre la votación.',
  known: 'Baraja',
  option: '{name}: {cards}',
  pick: 'Elige una baraja…',
  field: 'Cartas',
  help: 'Sepáralas con comas, puntos y coma, espacios o saltos de línea.',
  change: 'Usar estas cartas',
  changed: 'Las cartas cambiaron',
};

export const historyWords: Translation<typeof english.historyWords> = {
  heading: 'Historial',
  loading: 'Cargando el historial…',
  retry: 'Reintentar',
  none: 'Aún no ha terminado ninguna ronda.',
  round: 'Ronda {number}',
  average: 'promedio {mean}',
  median: 'mediana {median}',
  middle: { one: 'carta central {cards}', other: 'cartas centrales {cards}' },
  agreed: 'acordado: {value}',
  takeAlong: 'Exportar',
  whole: 'Todo el historial',
  agreedValues: 'Valores acordados para',
  forms: {
    csv: 'Tabla (CSV)',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'Descargar CSV',
    markdown: 'Descargar Markdown',
    json: 'Descargar JSON',
    jira: 'Descargar CSV para Jira',
    azure: 'Descargar CSV para Azure DevOps',
    linear: 'Descargar CSV para Linear',
    github: 'Descargar comandos para GitHub',
  },
  copy: {
    csv: 'Copiar tabla',
    markdown: 'Copiar Markdown',
    json: 'Copiar JSON',
    jira: 'Copiar CSV para Jira',
    azure: 'Copiar CSV para Azure DevOps',
    linear: 'Copiar CSV para Linear',
    github: 'Copiar comandos para GitHub',
  },
  copied: {
    csv: 'Tabla copiada',
    markdown: 'Markdown copiado',
    json: 'JSON copiado',
    jira: 'CSV para Jira copiado',
    azure: 'CSV para Azure DevOps copiado',
    linear: 'CSV para Linear copiado',
    github: 'Comandos para GitHub copiados',
  },
  byHand: 'No se pudo copiar. El texto está seleccionado: cópialo a mano.',
  toCopy: 'Texto para copiar',
  notCopied: 'No se pudo copiar. Mejor descárgalo.',
  imports: {
    jira: 'En Jira: Sistema, Importación de sistema externo, CSV. Asigna “Issue key” y “Story Points”.',
    azure:
      'En Azure Boards: Consultas, Importar elementos de trabajo. Si pide un “Tipo de elemento de trabajo”, añade esa columna.',
    linear:
      'Para herramientas que actualizan Linear por ID. El importador de Linear crea tareas nuevas.',
    github: 'Para una terminal con gh. Las etiquetas, como “points: 5”, tienen que existir.',
  },
  withoutKey: {
    one: 'Queda fuera {count} tema sin clave de {tracker}.',
    other: 'Quedan fuera {count} temas sin clave de {tracker}.',
  },
  unfit: {
    jira: {
      one: 'Queda fuera {count} valor acordado que no es un número.',
      other: 'Quedan fuera {count} valores acordados que no son números.',
    },
    azure: {
      one: 'Queda fuera {count} valor acordado que no es un número.',
      other: 'Quedan fuera {count} valores acordados que no son números.',
    },
    linear: {
      one: 'Queda fuera {count} valor acordado que no es un número entero.',
      other: 'Quedan fuera {count} valores acordados que no son números enteros.',
    },
    github: {
      one: 'Queda fuera {count} valor acordado demasiado largo para una etiqueta.',
      other: 'Quedan fuera {count} valores acordados demasiado largos para una etiqueta.',
    },
  },
  columns: {
    round: 'Ronda',
    topic: 'Tema',
    attempt: 'Intento',
    started: 'Inicio',
    ended: 'Fin',
    agreed: 'Acordado',
    votes: 'Votos',
    abstentions: 'Abstenciones',
    mean: 'Promedio',
    median: 'Mediana',
    middle: 'Carta central',
    modes: 'Más votos',
    lowest: 'Mínimo',
    highest: 'Máximo',
    spread: 'Dispersión',
    nearest: 'Cerca del promedio',
    agreement: 'Coincidencia %',
  },
};

export const keyWords: Translation<typeof english.keyWords> = {
  heading: 'Teclas',
  does: {
    B: 'Empezar votación',
    S: 'Mostrar las cartas',
    N: 'Siguiente tema o nueva votación',
    A: 'Votar de nuevo',
    U: 'Deshacer',
    I: 'Invitar',
    '?': 'Mostrar estas teclas',
  },
  cards: 'En la página de votación, el primer carácter de una carta vota por ella.',
  close: 'Cerrar',
};
