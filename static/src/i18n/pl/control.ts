import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Zacznij głosowanie', stop: 'Odkryj karty', next: 'Nowe głosowanie' },
  nextTopic: 'Następny: {topic}',
  ready: 'Wszystko gotowe',
  readyText: 'Zacznij, gdy tylko wszyscy będą na miejscu.',
  nobody: 'Jeszcze nikogo tu nie ma',
  readyEmpty: 'Udostępnij link, a osoby z zespołu pojawią się tutaj.',
  readyLocked: 'Wejście jest zamknięte. Otwórz je i udostępnij link.',
  openEmpty: 'Głosowanie trwa. Nikt jeszcze nie dołączył.',
  participants: 'Uczestnicy',
  awaySince: 'brak aktywności od {time}',
  goneSince: 'poza sesją od {time}',
  kick: 'Usuń: {name}',
  kickShort: 'Usuń',
  close: 'Zamknij',
  session: 'Ta sesja',
  handOver: 'Przekaż rolę hosta',
  pageTitle: {
    start: 'Przed startem',
    stop: 'Głosy: {count} z {of}',
    next: 'Wynik',
    locked: 'Brak linku hosta',
    cookieless: 'Brak ciasteczek',
    over: 'Koniec sesji',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Temat (opcjonalnie)',
  topicExample: 'Logowanie kluczem dostępu albo link',
  timer: 'Minutnik',
  timerOf: 'Minutnik na kolejne rundy',
  noTimer: 'Brak',
  addTime: '+ {time}',
  stopTimer: 'Bez minutnika',
  lastCall: 'Ostatnie głosy',
  again: 'Jeszcze raz',
  clear: 'Wyczyść',
  undo: {
    reset: 'Stół wyczyszczony.',
    kick: 'Usunięto: {name}.',
    button: 'Cofnij',
    done: 'Cofnięto',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Zaproś',
  inviteKey: 'Zaproś (I)',
  heading: 'Zajmij miejsce',
  text: 'Zeskanuj kod albo otwórz link i wpisz swoje imię.',
  code: 'Kod QR prowadzący do głosowania',
  link: 'Link do głosowania',
  copy: 'Kopiuj link',
  share: 'Udostępnij',
  close: 'Zamknij',
  locked: 'Wejście jest zamknięte. Z tym linkiem nikt nowy nie dołączy.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Uzgodniona wartość',
  else: 'inna…',
  field: 'Inna wartość',
  record: 'Zapisz',
  recorded: 'Zapisano',
};
