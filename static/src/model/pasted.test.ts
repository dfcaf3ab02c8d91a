import { describe, expect, test } from 'vitest';
import { readPasted, takeOf } from './pasted';

/** What is taken where nobody touches the choice. */
function read(text: string): readonly string[] {
  const { lines, table } = readPasted(text);
  return table === undefined ? lines() : takeOf(table, {}).topics;
}

const column = (text: string) => {
  const { table } = readPasted(text);
  if (table === undefined) return undefined;
  const { columns, column } = takeOf(table, {});
  return columns[column]?.name;
};

type Case = readonly [what: string, text: string, topics: readonly string[]];

const LINES: readonly Case[] = [
  ['nothing', '', []],
  ['white space', ' \n\t\n', []],
  [
    'any line ends',
    'Login\r\nLogout\n\n  Sign   up \rDelete',
    ['Login', 'Logout', 'Sign up', 'Delete'],
  ],
  [
    'commas',
    'Login, with a passkey\nLogout; at once',
    ['Login, with a passkey', 'Logout; at once'],
  ],
  ['as many commas in each', 'Login, now\nLogout, later', ['Login, now', 'Logout, later']],
  ['decimal commas', '2,0 litres\n3,5 litres', ['2,0 litres', '3,5 litres']],
  ['the same twice', 'Login\nLogin', ['Login', 'Login']],
  ['a key and a comma', 'PAJ-1, once more', ['PAJ-1, once more']],
  [
    'keys and commas',
    'PAJ-1, Login\nPAJ-2, Search, at last',
    ['PAJ-1, Login', 'PAJ-2, Search, at last'],
  ],
  ['quotes at a beginning', '"Quick" login is slow\nLogout', ['"Quick" login is slow', 'Logout']],
  ['a quote that is left open', '"Login\nLogout\nSearch', ['"Login', 'Logout', 'Search']],
  ['a quoted line beside others', '"Login" and\n"Logout"', ['"Login" and', '"Logout"']],
  [
    'who says what',
    '"Login", says Ana\n"Logout", says Béla',
    ['"Login", says Ana', '"Logout", says Béla'],
  ],
  ['an indent', 'Login\n\tSearch', ['Login', 'Search']],
  ['indents only', '\tLogin\n\tSearch', ['Login', 'Search']],
  ['one word', 'Summary', ['Summary']],
  ['a sentence that begins as a heading', 'Name, please\nLogin', ['Name, please', 'Login']],
  [
    'an article in German',
    'Anmelden; mit Passkey\nSuchen; auch Umlaute',
    ['Anmelden; mit Passkey', 'Suchen; auch Umlaute'],
  ],
  ['Japanese', 'ログイン、パスキーで\n検索、全文', ['ログイン、パスキーで', '検索、全文']],
  [
    'a two-line cell of a spreadsheet',
    'Login\n"Search\nby name"\nExport',
    ['Login', 'Search by name', 'Export'],
  ],
  ['a two-line cell alone', '"two\nlines"', ['two lines']],
  [
    'a cell with quotes of a spreadsheet',
    '"The ""new"" login"\nLogout',
    ['The "new" login', 'Logout'],
  ],
  ['all cells quoted', '"Login"\n"Logout, now"', ['Login', 'Logout, now']],
  ['next lines', 'Login\u0085Logout\u0085', ['Login', 'Logout']],
  [
    'what nobody sees',
    '\ufeffLo\u00adgin\u200b\n\u2060Log\u200dout\u200e\n\u200fSuche\ufeff',
    ['Login', 'Logout', 'Suche'],
  ],
  ['emoji that are joined', '👩‍💻 works\n1️⃣ first\n❤️', ['👩‍💻 works', '1️⃣ first', '❤️']],
  ['spaces of all kinds', 'Login\u00a0now\u3000please\u2028thanks', ['Login now please thanks']],
  ['bullets and tabs', '•\tLogin\n•\tLogout', ['Login', 'Logout']],
  ['bullets and spaces', '• Login\n•Logout\n◦ Search', ['Login', 'Logout', 'Search']],
  [
    'bullets of a word processor',
    '\uf0b7\tLogin\n\uf0a7\tLogout\no\tSearch\n§\tExport',
    ['Login', 'Logout', 'Search', 'Export'],
  ],
  [
    'bullets of the private use area without a tab',
    '\uf0b7 Login\n\uf0a7Logout',
    ['Login', 'Logout'],
  ],
  ['numbers and tabs', '1.\tLogin\n2.\tLogout', ['Login', 'Logout']],
  ['one number and a tab', '1.\tLogin', ['Login']],
  ['levels and tabs', '1.\tLogin\n1.1.\tby passkey\n2)\tLogout', ['Login', 'by passkey', 'Logout']],
  ['letters and tabs', 'a)\tLogin\nb)\tLogout\niv.\tSearch', ['Login', 'Logout', 'Search']],
  ['letters', 'a) Login\nb) Logout', ['Login', 'Logout']],
  ['numbers', '1. Login\n2. Logout\n3. Search', ['Login', 'Logout', 'Search']],
  ['one number', '1. Login', ['Login']],
  ['numbers in parentheses', '(1) Login\n(2) Logout', ['Login', 'Logout']],
  ['numbers that go on', '9. Login\n10. Logout', ['Login', 'Logout']],
  ['numbers that are all one', '1. Login\n1. Logout\n1. Search', ['Login', 'Logout', 'Search']],
  [
    'marks of many kinds',
    '1. Login\n- Logout\na) Search\n* Export',
    ['Login', 'Logout', 'Search', 'Export'],
  ],
  ['a number among lines without marks', 'Login\n1. FC Köln shop', ['Login', '1. FC Köln shop']],
  ['tasks', '- [ ] Login\n- [x] Logout\n* [X] Search', ['Login', 'Logout', 'Search']],
  ['boxes', '[ ] Login\n[x] Logout', ['Login', 'Logout']],
  ['ballot boxes', '☐ Login\n☑ Logout', ['Login', 'Logout']],
  ['stars', '* Login\n* Logout', ['Login', 'Logout']],
  ['dashes', '- Login\n– Logout\n— Search', ['Login', 'Logout', 'Search']],
  ['one dash', '- Login', ['Login']],
  ['headings of Markdown', '## Sprint\nLogin', ['Sprint', 'Login']],
  [
    'deeper levels',
    '- Login\n  - by passkey\n    1. on a phone',
    ['Login', 'by passkey', 'on a phone'],
  ],
  [
    'what is no mark',
    '3D view\n1.5 release\n- 5 degrees\n-5 degrees\n#12 Login',
    ['3D view', '1.5 release', '- 5 degrees', '-5 degrees', '#12 Login'],
  ],
  ['numbers that count nothing', '2. Liga\nLogin', ['2. Liga', 'Login']],
  ['a number that is no first', '2. Mahnung verschicken', ['2. Mahnung verschicken']],
  ['an initial', 'A. Nagy fragt\nLogin', ['A. Nagy fragt', 'Login']],
  ['stars that are none', '*.csv files\n**bold**', ['*.csv files', '**bold**']],
  [
    'links of Markdown',
    '[Login](https://tracker.example/1)\n- [Logout](https://tracker.example/2)',
    ['Login https://tracker.example/1', 'Logout https://tracker.example/2'],
  ],
  [
    'a link in a sentence',
    'See [the page](https://tracker.example/1) first',
    ['See the page first https://tracker.example/1'],
  ],
  [
    'addresses',
    'Login https://tracker.example/1\nhttps://tracker.example/2',
    ['Login https://tracker.example/1', 'https://tracker.example/2'],
  ],
  [
    'an address before its text',
    'https://tracker.example/1 Login',
    ['Login https://tracker.example/1'],
  ],
  [
    'an address in parentheses',
    'Login (https://tracker.example/1)',
    ['Login https://tracker.example/1'],
  ],
  ['dots of Japanese', '・ログイン\n・検索', ['ログイン', '検索']],
  ['numbers in circles', '① Login\n② Logout', ['Login', 'Logout']],
  ['arrows', '→ Login\n» Logout', ['Login', 'Logout']],
  ['dashes without a space', '-Login\n-Logout', ['Login', 'Logout']],
  ['versions', '1.0. Release\n2.0. Release', ['1.0. Release', '2.0. Release']],
  ['years', '2026. október\n2027. november', ['2026. október', '2027. november']],
  ['a minus without a space', '-5 degrees\n+5 degrees', ['-5 degrees', '+5 degrees']],
  ['a tab between words', 'Login\twith passkey', ['Login with passkey']],
  [
    'nothing but a heading of a table',
    'Zusammenfassung;Vorgangsschlüssel;Status',
    ['Zusammenfassung;Vorgangsschlüssel;Status'],
  ],
  [
    'lists of words',
    'Login, Logout, Search\nHome, Profile, Help',
    ['Login, Logout, Search', 'Home, Profile, Help'],
  ],
  [
    'tasks with links',
    '- [ ] [Login](https://tracker.example/1)\n- [x] Logout #12',
    ['Login https://tracker.example/1', 'Logout #12'],
  ],
  ['keys', 'PAJ-1 Login\n#12 Logout', ['PAJ-1 Login', '#12 Logout']],
];

const TABLES: readonly Case[] = [
  [
    'a key and a summary',
    'Key,Summary,Points\nPAJ-1,Login,3\nPAJ-2,Logout,5\n',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'German',
    'Zusammenfassung;Vorgangsschlüssel;Status\nAnmelden;PAJ-1;Offen\nAbmelden;PAJ-2;Fertig',
    ['PAJ-1 Anmelden', 'PAJ-2 Abmelden'],
  ],
  [
    'French',
    'Résumé;Clé de ticket;État\nConnexion;PAJ-1;À faire\nRecherche;PAJ-2;Terminé',
    ['PAJ-1 Connexion', 'PAJ-2 Recherche'],
  ],
  [
    'Hungarian',
    'Összefoglaló;Kulcs;Állapot\nBelépés;PAJ-1;Nyitott\nKeresés;PAJ-2;Kész',
    ['PAJ-1 Belépés', 'PAJ-2 Keresés'],
  ],
  [
    'Japanese',
    '要約,課題キー,ステータス\nログイン,PAJ-1,未着手\n検索,PAJ-2,完了',
    ['PAJ-1 ログイン', 'PAJ-2 検索'],
  ],
  [
    'headings that nobody knows',
    'Mikä;Avain;Tila\nKirjaudu sisään;PAJ-1;Auki\nHae nimellä;PAJ-2;Auki',
    ['PAJ-1 Kirjaudu sisään', 'PAJ-2 Hae nimellä'],
  ],
  [
    'Azure DevOps',
    'ID,Work Item Type,Title,State,Assigned To\n"4711","User Story","Login with a passkey","New","Ana <ana@example.org>"\n"4712","Bug","Logout hangs","Active",""',
    ['#4711 Login with a passkey', '#4712 Logout hangs'],
  ],
  [
    'a tree of Azure DevOps',
    'ID,Work Item Type,Title 1,Title 2,State\n4711,Epic,Access,,New\n4712,User Story,,Login,New\n4713,User Story,,Logout,New',
    ['#4711 Access', '#4712 Login', '#4713 Logout'],
  ],
  [
    'Trello',
    'Card ID,Card Name,Card URL,Card Description,Labels\n5f1a2b3c4d5e6f7a8b9c0d1e,Login,https://trello.example/c/a1,As a user,ui\n5f1a2b3c4d5e6f7a8b9c0d1f,Logout,https://trello.example/c/a2,,ui',
    ['Login https://trello.example/c/a1', 'Logout https://trello.example/c/a2'],
  ],
  [
    'Linear',
    '"ID","Team","Title","Description","Status","Estimate","Priority","Creator","Assignee","Created"\n"ENG-12","Engineering","Login with a passkey","As somebody who has no password I want to log in by a passkey, so that nobody can take it from me.","Todo","3","High","ana@example.org","bela@example.org","2026-10-01T10:00:00.000Z"\n"ENG-13","Engineering","Logout","","Todo","1","Low","ana@example.org","","2026-10-02T10:00:00.000Z"',
    ['ENG-12 Login with a passkey', 'ENG-13 Logout'],
  ],
  [
    'Asana',
    'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task\n1200000000000017,2026-10-01,,2026-10-02,Login,Backlog,Ana Kiss,ana@example.org,,2026-11-01,,Use the passkey of the device,Pajthy,\n1200000000000018,2026-10-01,,2026-10-02,Logout,Backlog,,,,,,,Pajthy,',
    ['#1200000000000017 Login', '#1200000000000018 Logout'],
  ],
  [
    'ClickUp',
    'Task Type,Task ID,Task Custom ID,Task Name,Task Content,Status,Assignees,Priority\nTask,86a1b2c3d,DEV-12,Login,,to do,[Ana],high\nTask,86a1b2c3e,DEV-13,Logout,,to do,[],low',
    ['DEV-12 Login', 'DEV-13 Logout'],
  ],
  [
    'Shortcut',
    'id,name,type,requestor,owners,description,is_completed,created_at,state\n1234,Login,feature,Ana Kiss,Ana Kiss,,false,2026/10/01 10:00:00,Unstarted\n1235,Logout,bug,Ana Kiss,,,false,2026/10/01 10:00:00,Unstarted',
    ['#1234 Login', '#1235 Logout'],
  ],
  [
    'GitLab',
    'Title,Description,Issue ID,URL,State,Author,Assignee,Confidential,Created At (UTC)\nLogin,,12,https://gitlab.example/app/-/issues/12,Open,Ana,,No,2026-10-01 10:00:00\nLogout,,13,https://gitlab.example/app/-/issues/13,Open,Ana,,No,2026-10-02 10:00:00',
    [
      '#12 Login https://gitlab.example/app/-/issues/12',
      '#13 Logout https://gitlab.example/app/-/issues/13',
    ],
  ],
  [
    'a project of GitHub',
    'Title\tURL\tAssignees\tStatus\nLogin\thttps://github.example/app/issues/12\tana\tTodo\nLogout\thttps://github.example/app/issues/13\t\tTodo',
    ['Login https://github.example/app/issues/12', 'Logout https://github.example/app/issues/13'],
  ],
  [
    'issues of a command line',
    '12\tOPEN\tLogin\tbug\t2026-10-01T10:00:00Z\n9\tOPEN\tLogout\t\t2026-09-01T10:00:00Z',
    ['#12 Login', '#9 Logout'],
  ],
  ['one issue of a command line', '12\tOPEN\tLogin\tbug\t2026-10-01T10:00:00Z', ['#12 Login']],
  [
    'requests of a command line',
    '31\tAdd the login\tana:login\tOPEN\t2026-10-01T10:00:00Z\n30\tAdd the logout\tana:logout\tDRAFT\t2026-10-01T09:00:00Z',
    ['#31 Add the login', '#30 Add the logout'],
  ],
  [
    'YouTrack',
    'Issue Id,Summary,Project,Type,State,Priority\nPAJ-1,Login,Pajthy,Task,Open,Normal\nPAJ-2,Logout,Pajthy,Bug,Open,Major',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'Pivotal',
    'Id,Title,Labels,Iteration,Type,Estimate,Priority,Current State,Created at,URL,Description\n187000001,Login,ui,,feature,3,p2 - Medium,unscheduled,"Oct 1, 2026",https://pivotal.example/187000001,\n187000002,Logout,ui,,bug,,p3 - Low,unscheduled,"Oct 2, 2026",https://pivotal.example/187000002,',
    [
      '#187000001 Login https://pivotal.example/187000001',
      '#187000002 Logout https://pivotal.example/187000002',
    ],
  ],
  [
    'Notion',
    '\ufeffName,Assign,Status,Tags\nLogin,,Not started,ui\n"Logout, at once",,In progress,"ui, api"',
    ['Login', 'Logout, at once'],
  ],
  [
    'monday',
    'Sprint 12\n\nName,Person,Status,Date,Item ID\nLogin,Ana Kiss,Working on it,2026-10-01,6100000001\nLogout,,Stuck,2026-10-02,6100000002',
    ['#6100000001 Login', '#6100000002 Logout'],
  ],
  [
    'Jira with headings that repeat',
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Sprint,Sprint,Labels,Labels,Parent key,Created\nLogin with a passkey,PAJ-1,10001,Story,To Do,PAJ,Sprint 11,Sprint 12,ui,api,PAJ-9,01/Oct/26 10:00 AM\nLogout,PAJ-2,10002,Story,To Do,PAJ,Sprint 12,,ui,,PAJ-9,02/Oct/26 10:00 AM',
    ['PAJ-1 Login with a passkey', 'PAJ-2 Logout'],
  ],
  [
    'Jira, copied',
    'Story\tPAJ-1\tLogin\nStory\tPAJ-2\tLogout\nBug\tPAJ-3\tSearch',
    ['PAJ-1 Login', 'PAJ-2 Logout', 'PAJ-3 Search'],
  ],
  ['one row of Jira, copied', 'Story\tPAJ-1\tLogin', ['PAJ-1 Login']],
  [
    'Rally',
    'Formatted ID,Name,Schedule State,Plan Estimate\nUS1234,Login,Defined,3\nDE77,Logout hangs,Defined,1',
    ['US1234 Login', 'DE77 Logout hangs'],
  ],
  ['keys of Shortcut', 'sc-12\tLogin\nsc-13\tLogout', ['sc-12 Login', 'sc-13 Logout']],
  ['keys of Azure DevOps', 'AB#12\tLogin\nAB#13\tLogout', ['AB#12 Login', 'AB#13 Logout']],
  ['keys of GitLab', '!12\tLogin\n!13\tLogout', ['!12 Login', '!13 Logout']],
  [
    'keys with a repository',
    'app#12\tLogin\nowner/app#13\tLogout',
    ['app#12 Login', 'owner/app#13 Logout'],
  ],
  ['keys and a title, semicolons', '#7;Login, now\n#8;Search', ['#7 Login, now', '#8 Search']],
  ['a separator that is said', 'sep=;\nKey;Summary\nPAJ-1;Login, now', ['PAJ-1 Login, now']],
  [
    'a separator that is said in quotes',
    '\ufeff"sep=,"\r\nKey,Summary\r\nPAJ-1,Login; now',
    ['PAJ-1 Login; now'],
  ],
  [
    'a title line',
    'Backlog of the team\nKey,Summary,Status\nPAJ-1,Login,Open\nPAJ-2,Logout,Open',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'a title line of a spreadsheet',
    'Backlog of the team,,\n,,\nKey,Summary,Status\nPAJ-1,Login,Open\n,,\nPAJ-2,Logout,Open\n',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'spacer rows',
    'Key\tSummary\n\t\nPAJ-1\tLogin\n\n\t\nPAJ-2\tLogout',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  ['a mark before a quoted heading', '\ufeff"Summary","Key"\n"Login","PAJ-1"', ['PAJ-1 Login']],
  [
    'quotes, separators and line breaks in cells',
    'id,title\n7,"Login, ""now"""\n9,"two\nlines"',
    ['#7 Login, "now"', '#9 two lines'],
  ],
  [
    'a quote that is left open',
    'Key,Summary\nPAJ-1,"Login\nPAJ-2,Logout',
    ['PAJ-1 "Login', 'PAJ-2 Logout'],
  ],
  [
    'a quote in the middle',
    'Key,Summary\nPAJ-1,"New" login\nPAJ-2,5" screen',
    ['PAJ-1 "New" login', 'PAJ-2 5" screen'],
  ],
  ['rows that are too short', 'id,title\n1\n2,Logout', ['#2 Logout']],
  ['numbers of rows', '1\tLogin\t3\n2\tSearch\t5\n', ['Login', 'Search']],
  ['names of people', 'Login\tAna Kiss\nSearch\tBéla Nagy', ['Login', 'Search']],
  ['headings that the rows tell', 'Vorgang\tWas\nPAJ-1\tLogin', ['PAJ-1 Login']],
  ['keys and numbers only', 'PAJ-1\t3\nPAJ-2\t5', ['PAJ-1', 'PAJ-2']],
  [
    'keys, quotes and blank lines',
    'PAJ-1,Login,3\r\n\r\nPAJ-2,"Search, at last",5',
    ['PAJ-1 Login', 'PAJ-2 Search, at last'],
  ],
  ['quoted cells', '"Login","3"\n"Logout","5"', ['Login', 'Logout']],
  [
    'spaces behind commas',
    'Key, Summary, Points\nPAJ-1, Login, 3\nPAJ-2, Search, 5',
    ['PAJ-1 Login', 'PAJ-2 Search'],
  ],
  [
    'Markdown',
    '| Key | Title |\n|---|:---:|\n| PAJ-1 | Login \\| Logout |\n| PAJ-2 | \\*Search\\* |',
    ['PAJ-1 Login | Logout', 'PAJ-2 *Search*'],
  ],
  [
    'Markdown without outer bars',
    'Key | Title\n--- | ---\nPAJ-1 | Login\nPAJ-2 | Search',
    ['PAJ-1 Login', 'PAJ-2 Search'],
  ],
  [
    'Markdown with links',
    '| Title | Points |\n|-|-|\n| [Login](https://tracker.example/1) | 3 |',
    ['Login https://tracker.example/1'],
  ],
  ['a wiki', '||Key||Summary||\n|PAJ-1|Login|\n|PAJ-2|Search|', ['PAJ-1 Login', 'PAJ-2 Search']],
  [
    'a key that the title has',
    'Key,Summary\nPAJ-1,PAJ-1 Login\nPAJ-2,[PAJ-2] Search',
    ['PAJ-1 Login', '[PAJ-2] Search'],
  ],
  ['a heading above lines', 'Title\nLogin\nLogout', ['Login', 'Logout']],
  [
    'a heading above quoted lines',
    '"Summary"\n"Login, ""now"""\nLogout',
    ['Login, "now"', 'Logout'],
  ],
  [
    'points, dates, addresses and states around',
    'Punkte;Datum;Wer;Stand;Was\n3;01.10.2026;ana@example.org;Offen;Anmelden\n5;02.10.2026;bela@example.org;Offen;Abmelden\n8;03.10.2026;ana@example.org;Offen;Suchen',
    ['Anmelden', 'Abmelden', 'Suchen'],
  ],
  [
    'dates of Hungary and of Japan',
    '2026. 10. 01.\t2026年10月1日\tBelépés\n2026. 10. 02.\t2026年10月2日\tKeresés',
    ['Belépés', 'Keresés'],
  ],
  ['all alike', 'Pajthy\tLogin\nPajthy\tLogout\nPajthy\tSearch', ['Login', 'Logout', 'Search']],
  [
    'titles of a spreadsheet that have two cells',
    'Sprint 12,,,\nStart,2026-10-01,,\n,,,\nKey,Summary,Points,Who\nPAJ-1,Login,3,Ana\nPAJ-2,Logout,5,Bo',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'sentences behind titles',
    'PAJ-1;Login;Als Nutzer will ich mich anmelden.\nPAJ-2;Logout;Als Nutzer will ich mich abmelden.',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'texts before titles',
    'Description,Title\nAs a user I want to log in,Login\nAs a user I want to log out,Logout',
    ['Login', 'Logout'],
  ],
  [
    'a script that runs right to left',
    'מפתח,תקציר\nPAJ-1,כניסה\nPAJ-2,יציאה',
    ['PAJ-1 כניסה', 'PAJ-2 יציאה'],
  ],
  [
    'Azure DevOps in German',
    'ID;Arbeitselementtyp;Titel;Zugewiesen zu;Zustand\n1021;User Story;Anmelden;Ana Kiss;Neu\n1022;Fehler;Abmelden hängt;;Aktiv',
    ['#1021 Anmelden', '#1022 Abmelden hängt'],
  ],
  [
    'monday in Hungarian',
    'Név,Felelős,Állapot,Dátum\nBelépés,Kiss Ana,Folyamatban,2026. 10. 01.\nKilépés,,Kész,2026. 10. 02.',
    ['Belépés', 'Kilépés'],
  ],
  [
    'Notion in German',
    '\ufeffName,Zuständig,Stand,Prio,Angelegt\nAnmelden mit Passkey,Ana Kiss,Nicht begonnen,Hoch,1. Oktober 2026 10:00\nAbmelden,,In Arbeit,Niedrig,2. Oktober 2026 11:00',
    ['Anmelden mit Passkey', 'Abmelden'],
  ],
  ['keys behind titles', 'Login\tPAJ-1\nLogout\tPAJ-2', ['PAJ-1 Login', 'PAJ-2 Logout']],
  ['keys in small letters', 'paj-1\tLogin\npaj-2\tLogout', ['Login', 'Logout']],
  [
    'addresses before titles',
    'https://tracker.example/1\tLogin\nhttps://tracker.example/2\tLogout',
    ['Login https://tracker.example/1', 'Logout https://tracker.example/2'],
  ],
  ['people before titles', 'Ana Kiss\tLogin\nBo Li\tLogout', ['Login', 'Logout']],
  ['mail before titles', 'ana@example.org,Login\nbela@example.org,Logout', ['Login', 'Logout']],
  ['sizes before titles', 'M\tLogin\nXL\tLogout\nM\tSearch', ['Login', 'Logout', 'Search']],
  [
    'keys that are links of Markdown',
    '| Issue | Title |\n|---|---|\n| [PAJ-1](https://tracker.example/PAJ-1) | Login |',
    ['PAJ-1 Login https://tracker.example/PAJ-1'],
  ],
  [
    'Markdown with code',
    '|Key|Summary|\n|:--|--:|\n|PAJ-1|Show `a|b` as it is|',
    ['PAJ-1 Show `a|b` as it is'],
  ],
  [
    'Markdown without a rule',
    '| PAJ-1 | Login |\n| PAJ-2 | Logout |',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  ['bars', 'PAJ-1|Login|3\nPAJ-2|Logout|5', ['PAJ-1 Login', 'PAJ-2 Logout']],
  ['carriage returns', 'Key,Summary\rPAJ-1,Login\rPAJ-2,Logout', ['PAJ-1 Login', 'PAJ-2 Logout']],
  [
    'titles that have commas',
    'Export\nTeam Pajthy, 2026\n\nKey,Summary,Status\nPAJ-1,Login,Open\nPAJ-2,Logout,Done',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'a line below',
    'Key,Summary,Status\nPAJ-1,Login,Open\nPAJ-2,Logout,Done\n\nGenerated at 2026-10-01',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'separators at the ends',
    'Key;Summary;\nPAJ-1;Login;\nPAJ-2;Logout;',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'texts that say more',
    'Aufgabe;Langtext\nLogin;Als jemand ohne Passwort will ich mich anmelden\nLogout;Als jemand mit Konto will ich mich abmelden',
    ['Login', 'Logout'],
  ],
  [
    'Jira in German',
    'Vorgangstyp;Vorgangsschlüssel;Vorgangs-ID;Zusammenfassung;Autor;Erstellt\nStory;PAJ-1;10001;Login;Ana Kiss;01.10.2026 10:00\nStory;PAJ-2;10002;Logout;Ana Kiss;01.10.2026 10:00',
    ['PAJ-1 Login', 'PAJ-2 Logout'],
  ],
  [
    'Jira in Japanese',
    '課題タイプ,キー,要約,担当者,ステータス\nストーリー,PAJ-1,ログイン画面を作る,山田 花子,未着手\nバグ,PAJ-2,検索が遅い,,進行中',
    ['PAJ-1 ログイン画面を作る', 'PAJ-2 検索が遅い'],
  ],
  ['numbered and tabbed rows', '1.\tLogin\t3\n2.\tLogout\t5', ['Login', 'Logout']],
];

describe('lines', () => {
  test.each(LINES)('with %s', (_, text, topics) => {
    expect(read(text)).toEqual(topics);
  });
});

describe('a table', () => {
  test.each(TABLES)('of %s', (_, text, topics) => {
    expect(read(text)).toEqual(topics);
  });

  test('is read as whole lines, too', () => {
    expect(readPasted('PAJ-1\tLogin\nPAJ-2\tLogout').lines()).toEqual([
      'PAJ-1 Login',
      'PAJ-2 Logout',
    ]);
  });

  test('says which column was taken', () => {
    expect(column('Card ID,Card Name,Card URL\n1,Login,https://a.example/1')).toBe('Card Name');
    expect(column('ID,Title 1,Title 2\n7,Access,\n8,,Login')).toBe('Title 1, Title 2');
    expect(column('PAJ-1\tLogin')).toBe('');
  });
});

test('there are enough of them', () => {
  expect(LINES.length + TABLES.length).toBeGreaterThan(100);
});
