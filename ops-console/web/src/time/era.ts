/** The eras in which somebody alive can have been born, the newest first, with the day each began. */
const eras = [
  { name: '令和', sign: 'R', from: '2019-05-01' },
  { name: '平成', sign: 'H', from: '1989-01-08' },
  { name: '昭和', sign: 'S', from: '1926-12-25' },
  { name: '大正', sign: 'T', from: '1912-07-30' },
] as const;

const written = /^([RHST令平昭大])?[和成正]?\s*(\d{1,4}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/;
const packedEra = /^([RHST令平昭大])[和成正]?(\d{2})(\d{2})(\d{2})$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a day as people write it: `令和8年12月1日`, `R8.12.1`, `S150403`, `2026-12-01`, `20261201`. Full-width
 * digits too. A year of one or two digits without its era belongs to the present one. Returns `2026-12-01`,
 * or null for what is no day, or none of its era.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const match = written.exec(plain) ?? packedEra.exec(plain) ?? shift(packed.exec(plain));
  if (!match) return null;
  const [, sign, yearText = '', month = '', day = ''] = match;
  const number = yearText === '元' ? 1 : Number(yearText);
  const era = eras.find((each) => (sign ? each.sign === sign || each.name.startsWith(sign) : yearText.length < 3));
  if (sign && number > 64) return null;
  const year = sign || (yearText.length < 3 && era) ? Number(era?.from.slice(0, 4)) + number - 1 : number;
  const iso = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return exists(iso) && (!sign || eraOf(iso)?.sign === era?.sign) ? iso : null;
}

function shift(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], undefined, match[1], match[2], match[3]];
}

function exists(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}

function eraOf(iso: string) {
  return eras.find(({ from }) => iso >= from);
}

/** `2026-12-01` as `令和8年12月1日`. */
export function writeDay(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const era = eraOf(iso);
  if (!era) return `${year}年${month}月${day}日`;
  const number = year - Number(era.from.slice(0, 4)) + 1;
  return `${era.name}${number === 1 ? '元' : number}年${month}月${day}日`;
}
