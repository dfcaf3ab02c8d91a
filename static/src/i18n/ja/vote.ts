import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: '投票に参加',
    name: 'あなたの名前',
    join: '参加する',
    joining: '参加しています…',
    notices: {
      kicked: { what: 'ホストの操作により退出しました。', todo: 'もう一度参加できます。' },
      left: { what: '退出しました。', todo: 'もう一度参加できます。' },
      seatGone: {
        what: 'あなたの席は解放されたか、ほかの人が使っています。',
        todo: '投票するには、もう一度参加してください。',
      },
      linkUnfit: {
        what: 'この席のリンクは使えなくなりました。',
        todo: '新しいリンクをもらうか、ここから参加してください。',
      },
      opened: { what: '参加の受付が再開されました。', todo: '今すぐ参加できます。' },
    },
    locked: '参加の受付は締め切られています。ホストが再開するまで、新しく参加できません。',
    watch: '見学だけする',
    deck: 'カード：{cards}',
    here: '参加中：{names}',
  },
  pageTitle: {
    joining: '参加',
    open: '投票受付中',
    voted: '投票済み',
    closed: '待機中',
    watching: '見学中',
    result: '結果',
    over: 'セッション終了',
  },
};
