const m = (metres: number) => `${metres.toFixed(2)} m`;

/** 日本語: loudspeakers and gauges on the map. */
export const stationsJa = {
  what: {
    radio: '放送のたびに親局が集めた応答です。時刻は親局が答えた時刻、ハブの起動より前のことは出ません。',
    gauges: '水位は指定河川洪水予報（24時間以内）が伝えた観測値です。予報にない観測所は、位置と基準だけを示します。',
  },
  signs: {
    heard: '応答あり',
    silent: '鳴ったと確かめられない（応答なし・故障・使用中）',
    unknown: '応答できない局、または問い合わせていない局',
    reached: '基準の水位のどれかに達している',
    below: '基準の水位より低い',
    place: '観測値は届いていない',
  },
  states: {
    OK: '応答あり',
    NO_ANSWER: '応答なし',
    BUSY: '別の放送に使用中',
    FAULT: '故障の報告',
    ON_BATTERY: '応答あり（電池で動作）',
    NOT_TWO_WAY: '応答の機能がない局',
  },
  answered: (state: string, at: string) => `${state}（${at}）`,
  notAsked: '問い合わせの記録なし',
  thresholds: {
    STANDBY: '水防団待機水位',
    CAUTION: '氾濫注意水位',
    DECISION: '避難判断水位',
    DANGER: '氾濫危険水位',
  },
  threshold: (name: string, metres: number) => `${name} ${m(metres)}`,
  level: (metres: number, at: string, reached?: string) =>
    `水位 ${m(metres)}（${at}観測）${reached ? ` ${reached}に到達` : ''}`,
  notMeasured: '観測値は届いていません',
};
