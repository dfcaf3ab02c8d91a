import type * as english from '../en/control_more';
import type { Translation } from '../message';

export const sessionWords: Translation<typeof english.sessionWords> = {
  title: 'タイトル',
  changeTitle: 'タイトルを変更',
  titleChanged: 'タイトルを変更しました',
  lock: '参加を締め切る',
  locked: '新しい人は参加できません。参加中の人はそのまま続けられます。',
  open: 'リンクを知っている人なら誰でも参加できます。',
};

export const handOverWords: Translation<typeof english.handOverWords> = {
  text: 'ホストリンクがあれば、投票の開始と終了、テーブルの片付け、参加者を退出させる操作ができます。次のホスト用に作成して、その人にだけ送ってください。',
  make: 'ホストリンクを作成',
  makeAnother: 'もう1つ作成',
  copy: 'ホストリンクをコピー',
  link: 'ホストリンク',
  made: 'ホストリンクをコピーできます',
  noOthers: 'ほかに有効なホストリンクはありません。',
  others: 'ほかに有効なホストリンクが{count}件あります。',
  takeBack: { first: 'ほかをすべて無効にする', sure: '本当に無効にする' },
  tookBack: 'ほかのホストリンクをすべて無効にしました',
};

export const lockedWords: Translation<typeof english.lockedWords> = {
  heading: {
    keyless: 'このページにはホストリンクが必要です',
    wrong: 'このホストリンクは使えません',
    takenBack: 'あなたのホストリンクは無効になりました',
    cookieless: 'このページにはCookieが必要です',
  },
  why: {
    keyless: 'ホストリンクを持っている人だけが、このセッションのホストになれます。',
    wrong: 'リンクが途中で切れている、別のセッションのものである、または無効になっています。',
    takenBack: 'このセッションのホストはもうできません。',
    cookieless: 'リンクは正しいのですが、必要なCookieがブラウザに保存されません。',
  },
  ask: 'ホストに新しいリンクを頼んでください。ホストのページの「ホストの引き継ぎ」から作成できます。',
  allow:
    'このサイトのCookieを許可してから、このページを再読み込みしてください。アドレスはこのままで使えます。',
  vote: '投票ページへ',
};

export const ownSeatWords: Translation<typeof english.ownSeatWords> = {
  heading: '自分も投票する',
  name: 'あなたの名前',
  join: '席に着く',
  why: {
    kicked: '席から外されました。もう一度席に着けます。',
    left: '席を空けました。もう一度席に着けます。',
    seatGone:
      'あなたの席は解放されたか、ほかの人が使っています。投票するには、もう一度席に着いてください。',
    opened: '参加の受付が再開されました。席に着けます。',
  },
  locked: '参加の受付を締め切っています。席に着くには再開してください。',
  you: '{name}さんの席です。',
  cards: 'あなたのカード',
  faceDown: 'あなたのカードは伏せてあります',
  peek: '長押しで確認',
  phone: 'スマホで投票',
  phoneText:
    'スマホでQRコードを読み取ると、同じ席から投票できます。何をタップしたかは、この画面には表示されません。',
  change: '変更する',
  keep: 'このままにする',
  voted: '{choice}に投票しました',
  closed: '投票が始まると、カードを選べます。',
  leave: '席を空ける',
};

export const topicsWords: Translation<typeof english.topicsWords> = {
  heading: 'これからの議題',
  field: '議題を入力または貼り付け',
  help: '1行に1件ずつ。課題管理ツールの表も貼り付けられます。ファイルのドロップにも対応しています。',
  file: 'ファイルを開く',
  placeholder: 'パスキーでログイン\nPAJ-42 検索 https://tracker.example/42',
  add: 'リストに追加',
  none: '予定されている議題はありません。',
  take: '次に取り上げる',
  takeTopic: '次に取り上げる：{topic}',
  up: '上へ移動：{topic}',
  down: '下へ移動：{topic}',
  remove: '削除：{topic}',
  added: '議題を{count}件追加しました',
  moved: '「{topic}」を{of}件中{place}番目に移動しました',
  removed: '「{topic}」を削除しました',
  tooMany:
    'リストに入るのは{most}件までです。いくつか削除してから、ここに残った議題を追加してください。',
  oneFile: 'ファイルは1つずつドロップしてください。',
  fieldFirst: '先に入力欄の内容を追加するか消してから、ファイルを開いてください。',
  fileTooLarge: '{file}が2 MBを超えています。列を減らしてエクスポートしてください。',
  noText: '{file}をテキストとして読み取れません。CSV UTF-8形式で保存し直してください。',
  emptyFile: '{file}には何も入っていません。',
  noReader: '議題を読み取る機能を取得できませんでした。もう一度お試しください。',

  preview: '追加される議題',
  fromColumn: '「{column}」列から議題{count}件',
  fromColumnNumber: '{number}列目から議題{count}件',
  fromLines: '1行を1件として、議題{count}件',
  fromText: '議題{count}件',
  column: '議題の列',
  columnNumber: '{number}列目',
  example: '{name}：{example}',
  wholeLines: '行全体',
  headed: '1行目は見出し：{heading}',
  blank: 'この列が空の行：{count}行',
  unlinked: '長くなりすぎるため、行のリンクを省いた議題：{count}件',
  others: '表の形式と異なるため、入力欄に残る行：',
  faults: {
    tooLong: '200文字を超えるため、入力欄に残ります',
    unfit: '表示できない文字があるため、入力欄に残ります',
  },
  full: '追加できるのはあと{count}件です。それ以外は入力欄に残ります。',
};

export const deckWords: Translation<typeof english.deckWords> = {
  heading: 'カード',
  text: '次のラウンドから使われます。テーブルに出ている結果は片付けられますが、履歴には残ります。',
  closeFirst: '投票が終了すると、カードを変更できます。',
  known: 'デッキ',
  option: '{name}：{cards}',
  pick: 'デッキを選択…',
  field: 'カード',
  help: 'カンマ、セミコロン、スペース、改行で区切ってください。',
  change: 'このカードを使う',
  changed: 'カードを変更しました',
};

export const historyWords: Translation<typeof english.historyWords> = {
  heading: '履歴',
  loading: '履歴を読み込み中…',
  retry: '再試行',
  none: '終了したラウンドはまだありません。',
  round: 'ラウンド{number}',
  average: '平均 {mean}',
  median: '中央値 {median}',
  middle: '中央のカード {cards}',
  agreed: '合意：{value}',
  takeAlong: '書き出し',
  whole: 'すべての履歴',
  agreedValues: '合意した値の反映先',
  forms: {
    csv: '表（CSV）',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'CSVをダウンロード',
    markdown: 'Markdownをダウンロード',
    json: 'JSONをダウンロード',
    jira: 'Jira用CSVをダウンロード',
    azure: 'Azure DevOps用CSVをダウンロード',
    linear: 'Linear用CSVをダウンロード',
    github: 'GitHub用コマンドをダウンロード',
  },
  copy: {
    csv: '表をコピー',
    markdown: 'Markdownをコピー',
    json: 'JSONをコピー',
    jira: 'Jira用CSVをコピー',
    azure: 'Azure DevOps用CSVをコピー',
    linear: 'Linear用CSVをコピー',
    github: 'GitHub用コマンドをコピー',
  },
  copied: {
    csv: '表をコピーしました',
    markdown: 'Markdownをコピーしました',
    json: 'JSONをコピーしました',
    jira: 'Jira用CSVをコピーしました',
    azure: 'Azure DevOps用CSVをコピーしました',
    linear: 'Linear用CSVをコピーしました',
    github: 'GitHub用コマンドをコピーしました',
  },
  byHand: 'コピーできませんでした。テキストを選択してあるので、手動でコピーしてください。',
  toCopy: 'コピーするテキスト',
  notCopied: 'コピーできませんでした。代わりにダウンロードしてください。',
  imports: {
    jira: 'Jiraでの取り込み：「システム」>「外部システムのインポート」>「CSV」。「Issue key」と「Story Points」をマッピングしてください。',
    azure:
      'Azure Boardsでの取り込み：「クエリ」>「作業項目のインポート」。「Work Item Type」を求められたら、その列を追加してください。',
    linear:
      'IDを指定してLinearを更新するツール向けです。Linear標準のインポートでは、新しいイシューが作成されます。',
    github:
      'ghを使えるシェルで実行してください。「points: 5」のようなラベルをあらかじめ用意しておく必要があります。',
  },
  withoutKey: '{tracker}のキーがない議題{count}件は含まれません。',
  unfit: {
    jira: '数値ではない合意した値{count}件は含まれません。',
    azure: '数値ではない合意した値{count}件は含まれません。',
    linear: '整数ではない合意した値{count}件は含まれません。',
    github: 'ラベルには長すぎる合意した値{count}件は含まれません。',
  },
  columns: {
    round: 'ラウンド',
    topic: '議題',
    attempt: '何回目',
    started: '開始',
    ended: '終了',
    agreed: '合意した値',
    votes: '投票数',
    abstentions: '棄権',
    mean: '平均',
    median: '中央値',
    middle: '中央のカード',
    modes: '最多票',
    lowest: '最小',
    highest: '最大',
    spread: 'ばらつき',
    nearest: '平均に近いカード',
    agreement: '一致度（%）',
  },
};

export const keyWords: Translation<typeof english.keyWords> = {
  heading: 'ショートカットキー',
  does: {
    B: '投票を開始',
    S: 'カードをオープン',
    N: '次の議題または新しい投票',
    A: '再投票',
    U: '元に戻す',
    I: '招待',
    '?': 'ショートカットキーを表示',
  },
  cards: '投票ページでは、カードの最初の文字を押すと、そのカードに投票できます。',
  close: '閉じる',
};
