/**
 * Words of the usual trackers' tables, in the languages of those who use them. They are a hint only: what a column
 * holds says more. In lower case, without numbers at their end.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*[|\n]\s*/));

/** Above a column of topics. */
export const TITLE_HEADINGS = words(`
  title | summary | name | subject | topic | issue | card name | task name | story | user story | issue title | item
  work item | headline | task | card title | feature | element | item name | issue summary | backlog item | ticket
  zusammenfassung | titel | betreff | thema | aufgabe | bezeichnung | vorgangsname | kartenname | aufgabenname
  résumé | résumé du ticket | titre | nom | sujet | intitulé | libellé | tâche | nom de la tâche | nom de la carte
  összefoglaló | összefoglalás | cím | név | tárgy | téma | feladat | megnevezés | kártya neve | feladat neve
  要約 | 概要 | 件名 | タイトル | 題名 | 名前 | 課題 | 課題名 | タスク | タスク名 | カード名 | トピック | 項目
  resumen | título | nombre | asunto | tema | tarea | nombre de la tarea | resumo | nome | assunto | tarefa
  podsumowanie | tytuł | nazwa | temat | zadanie | riepilogo | titolo | oggetto | attività
  samenvatting | onderwerp | naam | taak | sammanfattning | namn | ämne | uppgift | otsikko | yhteenveto
  标题 | 摘要 | 名称 | 主题 | 제목 | 요약 | 이름 | název | souhrn | başlık | özet | тема | название | заголовок`);

/** Above a column of what says more about each topic. */
export const TEXT_HEADINGS = words(`
  description | notes | note | comment | comments | body | details | acceptance criteria | card description | text
  beschreibung | notizen | notiz | kommentar | kommentare | anmerkungen | akzeptanzkriterien
  description du ticket | commentaire | commentaires | remarques | détails | critères d'acceptation
  leírás | megjegyzés | megjegyzések | hozzászólás | hozzászólások | elfogadási kritériumok
  説明 | 詳細 | コメント | 備考 | メモ | 内容 | descripción | comentario | comentarios | descrição | opis | komentarz
  descrizione | commento | omschrijving | beskrivning | kuvaus | 描述 | 설명 | описание`);

/** Above a column of what names each row. */
export const KEY_HEADINGS = words(`
  key | id | issue key | issue id | iid | work item id | task id | item id | ticket id | story id | issue iid | custom id
  formatted id | ticket number | issue number | number | nr | no | #
  schlüssel | vorgangsschlüssel | vorgangs-id | nummer | vorgangsnummer | ticketnummer | kennung
  clé | clé de ticket | id ticket | identifiant | numéro | clave | número | clave de incidencia | chave | klucz | chiave
  kulcs | azonosító | sorszám | feladatkulcs | jegy kulcsa
  キー | 課題キー | 番号 | 識別子 | 课题键 | 编号 | 키 | ключ | номер`);

/** Above any other column. */
export const OTHER_HEADINGS = words(`
  status | state | type | issue type | work item type | priority | assignee | assigned to | reporter | owner | owners
  labels | label | tags | tag | sprint | estimate | story points | points | created | updated | created at | updated at
  due date | due | start date | epic | parent | team | project | url | link | card id | card url | list | list name
  milestone | iteration | area path | iteration path | requester | requested by | author | creator | resolution
  component | components | section | section/column | column | board | swimlane | closed | closed at | progress | people
  person | date | group | subitems | accepted at | current state | repository | linked pull requests | weight
  typ | vorgangstyp | priorität | bearbeiter | zugewiesen an | autor | stichwörter | erstellt | aktualisiert | fällig
  fälligkeitsdatum | aufwand | schätzung | projekt | zuständig | verantwortlich | zugewiesene person | liste | spalte
  état | statut | type de ticket | priorité | responsable | attribué à | assigné à | rapporteur | étiquettes | créé | créée
  mise à jour | échéance | projet | estimation | équipe | date d'échéance | lien
  állapot | státusz | típus | feladattípus | prioritás | felelős | hozzárendelve | bejelentő | címkék | létrehozva
  frissítve | határidő | projekt neve | becslés | pontok | csapat | hivatkozás
  ステータス | 状態 | 種別 | 課題タイプ | 優先度 | 担当者 | 報告者 | ラベル | 作成日 | 更新日 | 期限 | 期日 | スプリント
  ストーリーポイント | 見積 | 見積もり | プロジェクト | チーム | 作成者 | リンク
  estado | tipo | prioridad | prioridade | asignado a | responsável | etiquetas | stato | priorità | assegnatario | stan
  priorytet | przypisany | 状态 | 类型 | 优先级 | 상태 | 우선순위 | 담당자 | статус | тип | приоритет | исполнитель`);

/** What says how a row stands, of what kind it is, or how much it matters: hardly what it is about. */
export const STATES = words(`
  open | opened | closed | done | to do | todo | to-do | in progress | in review | in test | testing | review | backlog | new
  active | resolved | removed | blocked | ready | selected for development | ready for development | in development
  doing | cancelled | canceled | duplicate | won't do | won't fix | fixed | draft | merged | accepted | rejected | started
  unstarted | unscheduled | finished | delivered | triage | waiting | on hold | approved | committed | planned | completed
  not started | stuck | working on it | submitted | later | now | next | yes | no | true | false | none | n/a | x | -
  story | user story | bug | task | epic | sub-task | subtask | feature | chore | issue | spike | defect | improvement
  incident | product backlog item | impediment | enhancement | documentation | question | release | change | test case
  highest | high | medium | low | lowest | critical | major | minor | trivial | blocker | urgent | normal | no priority
  offen | geschlossen | erledigt | fertig | zu erledigen | in arbeit | in bearbeitung | in prüfung | neu | aktiv | wartend
  blockiert | geplant | aufgabe | fehler | unteraufgabe | verbesserung | hoch | mittel | niedrig | sehr hoch | kritisch
  ja | nein | keine | zurückgestellt | in überprüfung
  ouvert | ouverte | fermé | fermée | terminé | terminée | à faire | en cours | en revue | nouveau | nouvelle | actif
  bloqué | bloquée | résolu | résolue | tâche | récit | anomalie | bogue | sous-tâche | amélioration | haute | moyenne
  basse | élevée | faible | critique | moyen | oui | non | prêt | prête | annulé | annulée
  nyitott | nyitva | zárt | lezárt | lezárva | kész | folyamatban | teendő | új | aktív | blokkolt | megoldva | tervezett
  feladat | hiba | történet | alfeladat | fejlesztés | magas | közepes | alacsony | kritikus | igen | nem | ellenőrzés alatt
  未着手 | 対応中 | 進行中 | 完了 | 作業中 | 未対応 | 処理中 | 処理済み | レビュー中 | オープン | クローズ | 新規 | 保留 | 解決済み
  ストーリー | バグ | タスク | エピック | サブタスク | 不具合 | 改善 | 高 | 中 | 低 | 最高 | 最低 | はい | いいえ
  abierto | abierta | cerrado | cerrada | hecho | en curso | por hacer | pendiente | tarea | historia | error | alta | media | baja
  aberto | fechado | concluído | em andamento | a fazer | tarefa | otwarte | zamknięte | w toku | do zrobienia | gotowe | zadanie
  błąd | wysoki | średni | niski | aperto | chiuso | fatto | in corso | da fare | avoin | valmis | öppen | klar | pågår
  进行中 | 待办 | 已完成 | 고 | 완료 | 진행 중 | 할 일 | открыт | готово | в работе | задача | ошибка`);
