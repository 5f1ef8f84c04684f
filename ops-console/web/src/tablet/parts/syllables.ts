/** The syllabary, row by row; a space where a row has no such syllable. */
export const rows = [
  'アイウエオ',
  'カキクケコ',
  'サシスセソ',
  'タチツテト',
  'ナニヌネノ',
  'ハヒフヘホ',
  'マミムメモ',
  'ヤ ユ ヨ',
  'ラリルレロ',
  'ワ ヲンー',
] as const;

/** Each syllable and what the key 「゛゜小」 makes of it in turn. */
const turns = [
  'カガ',
  'キギ',
  'クグ',
  'ケゲ',
  'コゴ',
  'サザ',
  'シジ',
  'スズ',
  'セゼ',
  'ソゾ',
  'タダ',
  'チヂ',
  'ツッヅ',
  'テデ',
  'トド',
  'ハバパ',
  'ヒビピ',
  'フブプ',
  'ヘベペ',
  'ホボポ',
  'アァ',
  'イィ',
  'ウゥヴ',
  'エェ',
  'オォ',
  'ヤャ',
  'ユュ',
  'ヨョ',
];

const next = new Map(
  turns.flatMap((turn) => [...turn].map((letter, place) => [letter, turn[(place + 1) % turn.length]])),
);

/** Turns the last syllable on: か to が, は to ば to ぱ, や to ゃ, and back again. */
export function soften(text: string): string {
  const last = text.at(-1) ?? '';
  return text.slice(0, text.length - last.length) + (next.get(last) ?? last);
}
