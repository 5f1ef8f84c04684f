import type { Language } from '../i18n/language';

/** Everything on a screen is told in Japan's time, wherever the reader's device thinks it is. */
const zone = 'Asia/Tokyo';

const locales: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** The calendar day in Japan, as `2026-11-21`. */
export function dayOf(instant: Date): string {
  return format('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(instant)
    .split('/')
    .reverse()
    .join('-');
}

/** `14:05`, with seconds where they matter. */
export function timeOfDay(instant: Date, language: Language, seconds = false): string {
  return format(language, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
  }).format(instant);
}

/** `14:05` today, `11月20日 14:05` on another day: a time without its day misleads after midnight. */
export function timeNear(instant: Date, now: Date, language: Language, seconds = false): string {
  const time = timeOfDay(instant, language, seconds);
  return dayOf(instant) === dayOf(now) ? time : `${dayName(instant, language)} ${time}`;
}

/** `11月20日（金）`. */
export function dayName(instant: Date, language: Language): string {
  return format(language, { month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' }).format(
    instant,
  );
}

/** A number with separators: `12,480`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** For `<input type="datetime-local">`: the wall clock in Japan. */
export function toLocalInput(instant: Date): string {
  const parts = format('en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return `${dayOf(instant)}T${parts}`;
}

/** The instant that `<input type="datetime-local">` names in Japan, null while it is incomplete. */
export function fromLocalInput(value: string): Date | null {
  const instant = new Date(`${value}:00+09:00`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) && !Number.isNaN(instant.getTime()) ? instant : null;
}
