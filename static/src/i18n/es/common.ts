import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'No hay conexión con el servidor. Reintentando…',
  more: '{count} más',

  connection: {
    connecting: 'Conectando…',
    open: 'En vivo',
    reconnecting: 'Reconectando…',
    cookieless: 'Con retraso',
    ended: 'Sin conexión',
  },

  over: {
    heading: 'Esta sesión terminó',
    text: 'Llegó a su fin o el servidor se reinició. No queda nada guardado.',
  },
  nowhere: {
    heading: 'Revisa el enlace',
    text: 'Puede que esté incompleto o mal escrito, o que la sesión haya terminado.',
  },
  newSession: 'Crear una sesión nueva',
  language: 'Idioma',

  copy: {
    copied: 'Copiado',
    byHand: 'No se pudo copiar. El enlace está seleccionado: cópialo a mano.',
  },

  said: {
    opened: 'La votación está abierta',
    openedFor: 'La votación está abierta. Tiempo restante: {time}',
    closed: 'La votación se cerró',
    cleared: 'Se limpió la mesa',
    restored: 'Las cartas están de nuevo en la mesa',
    restoredFor: 'Las cartas están de nuevo en la mesa. Tiempo restante: {time}',
    voted: 'Tu voto: {choice}',
    doorLocked: 'La puerta está cerrada',
    doorOpen: 'La puerta está abierta',
    renamed: 'Ahora eres {name}',
  },

  problems: {
    'bad-name': 'Este nombre no sirve. Usa 64 caracteres visibles como máximo.',
    'no-name': 'Primero escribe un nombre.',
    'foreign-origin':
      'Este servidor no acepta cambios desde esta dirección. Quien lo administra puede ver el motivo en los registros.',
    'already-joined': 'Este nombre ya está en uso. Elige otro o espera a que se libere.',
    'session-full': 'Todos los asientos están ocupados.',
    'door-locked': 'La puerta está cerrada. Podrás entrar en cuanto el anfitrión la abra.',
    'too-many-requests': 'Llegaron demasiadas peticiones desde tu red. Espera un momento.',
    'too-many-cookies':
      'Tu navegador envía demasiadas cookies. Borra las de este sitio e inténtalo de nuevo.',
    barred:
      'Algo lo rechazó antes de llegar al servidor. Recarga la página o vuelve a identificarte.',
    busy: 'El servidor está ocupado. Inténtalo de nuevo en un momento.',
    offline: 'No hay conexión con el servidor. Revisa tu red e inténtalo de nuevo.',
    unclear: 'La respuesta del servidor no se entiende. Recarga la página.',
    failed: 'No funcionó. Inténtalo de nuevo.',
  },
};
