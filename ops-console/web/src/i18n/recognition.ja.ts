import type { Schemas } from '../api/types';

/** What the reception of a shelter may know of somebody with a plan. */
export const recognitionJa = {
  ask: '個別避難計画があるか確かめる',
  asking: '確かめています',
  offline: '通信がないので、個別避難計画があるかは確かめられません。通信が戻ったら、もう一度確かめてください。',
  refused: (why: string) => `確かめられませんでした。${why}`,
  none: 'この氏名（カナ）と生年月日では、個別避難計画は見つかりません。',
  planned: '個別避難計画がある方です',
  open: '避難所に知らせてよい内容を見る',
  logged: 'だれがいつ見たかは記録に残ります。画面を離れると消え、この端末には残りません。',
  nothing: '内容を知らせることへの同意がありません。計画があることだけをお知らせします。くわしくは危機管理課へ。',
  noRegister: '心身の状況を知らせることへの同意がありません。必要なことは、ご本人と危機管理課に確かめてください。',
  noPlans: '支援する人や避難先を知らせることへの同意がありません。必要なことは危機管理課へ。',
  basis: {
    REGISTER_CONSENT: '本人の同意による提供（災害対策基本法49条の11第2項）',
    REGISTER_DISASTER: '災害時の提供（同法49条の11第3項）。必要な人だけに伝えてください。',
    PLAN_CONSENT: '本人と支援する人の同意による提供（災害対策基本法49条の15第2項）',
    PLAN_DISASTER: '災害時の提供（同法49条の15第3項）。必要な人だけに伝えてください。',
  } satisfies Record<
    | NonNullable<Schemas['ReceptionBrief']['register']>['basis']
    | NonNullable<Schemas['ReceptionBrief']['plans']>['basis'],
    string
  >,
  reviewDue: (agreed: string) =>
    `この計画は見直しが必要です${agreed && `（合意：${agreed}）`}。今と違うことがあります。ご本人に確かめてください。`,
  care: '必要な配慮',
  needs: '要配慮',
  hours: (hours: number) => `電源なしで${hours}時間`,
  otherSite: '計画の避難先はここではありません。移れるか、危機管理課に確かめてください。',
  thisSite: '計画の避難先はここです。',
  destinations: '計画の避難先',
  welfare: '福祉避難所へ直接避難できる方です。',
  relation: (relation: string) => `（${relation}）`,
  helper: '支援する人',
  items: '持出品',
  remarks: '注意',
  noCare: '名簿に、心身の状況の記載はありません。',
  noHelpers: '支援する人は決まっていません',
  plan: (hazard: string) => `計画：${hazard}`,
  fill: 'わかっていることを世帯票に写す',
  filled: '空いている欄に写しました。ご本人に確かめてください。',
  birth: '生年月日（計画のある方を確かめるとき）',
};
