/** The words of the address book. */
export const contactsJa = {
  title: '緊急のときの連絡先',
  what: '避難情報が出ると、ここにある方法で支援の依頼や安否の確認が届きます。宛先そのものは画面に出ません。',
  none: '届ける方法がありません。電話で連絡します。',
  media: { LINE: 'LINE', FCM: 'プッシュ通知' },
  never: 'まだ送ったことがありません',
  outcomes: {
    WAITING: '送信中',
    ACCEPTED: '最後の連絡は届いています',
    REFUSED: '最後の連絡は届きませんでした',
    UNKNOWN: '届いたかわかりません',
  },
  trial: '確認の連絡を送る',
  tried: '確認の連絡を送りました。',
  forget: '外す',
  forgetLabel: (name: string, medium: string) => `${name}の${medium}を外す`,
  code: 'LINEの登録番号を作る',
  slip: (name: string) => `${name} 様`,
  slipWhat: '市のLINE公式アカウントのトークに、この番号を送ってください。一度だけ使えます。',
  until: '使える期限',
  print: 'この番号を印刷',
  person: (name: string) => `${name}（本人）`,
};
