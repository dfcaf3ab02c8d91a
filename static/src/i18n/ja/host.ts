import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'フィボナッチ',
  shirt: 'Tシャツサイズ',
  hand: 'ハンドサイン',
  health: 'ヘルスチェック',
  fibonacci89: 'フィボナッチ（89まで）',
  modified: '修正フィボナッチ',
  powers: '2のべき乗',
  fist: 'ファイブフィンガー',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'カードを1枚以上入力してください。',
  twice: '「{card}」が重複しています。1つだけ残してください。',
  'too-long': '「{card}」はカードには長すぎます。64文字以内にしてください。',
  'no-deck': 'デッキが指定されていません。',
  'unknown-deck':
    '「{text}」というデッキはありません。カードを指定する場合は、カンマで区切ってください。',
  seconds:
    'タイマーを「{text}」には設定できません。0（なし）から{most}までの秒数で指定してください。',
  results:
    '結果を見られる人に「{text}」は指定できません。everybody、counts、controllersのいずれかにしてください。',
};

const otherVersion = 'ページとサーバーのバージョンが違います。ページを再読み込みしてください。';

const gone = 'すでに終了しています。ページを再読み込みしてください。';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'デッキにはカードが1枚以上必要です。',
  'bad-choice': 'このデッキには使えないカードがあります。別のデッキを選んでください。',
  'duplicate-choice': 'このデッキには同じカードが2枚あります。別のデッキを選んでください。',
  'too-many-choices': 'このデッキはカードが多すぎます。少ないデッキを選んでください。',
  'bad-title': 'このタイトルは使えません。短くするか、特殊な文字を除いてください。',
  'too-many-sessions':
    'お使いのネットワークでは、すでに多くのセッションが作成されています。既存のものを使うか、終了するまでお待ちください。',
  'bad-setting': 'この設定は使えません。別の値を選んでください。',
  'bad-topic': 'この議題は使えません。表示できる文字で、200文字以内にしてください。',
  'too-many-topics': '議題が多すぎます。500件以内にしてください。',
  'too-large': 'リストが長すぎて保存できません。議題を減らすか、短くしてください。',
  'bad-agreed': 'この値は記録できません。表示できる文字で、64文字以内にしてください。',
  'not-a-round': 'このラウンドはもう履歴にありません。',
  'nothing-to-undo': '時間が経ったため、元に戻せません。',
  'session-open': '投票中です。先に投票を終了してください。',
  'round-changed': 'ほかの人が先に投票を開始しました。',
  'topics-changed':
    'ほかの人が先にリストを変更しました。内容を確認してから、もう一度保存してください。',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'この人はすでに退出しています。',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
