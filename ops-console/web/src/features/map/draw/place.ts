import type { Position } from './position';

/** A place that has a name on this map. */
export interface KnownPlace {
  name: string;
  at: Position;
}

/** Reads «35.0213, 138.9500», full width or not; null where it is no place in Japan. */
export function positionIn(text: string): Position | null {
  const [latitude, longitude, ...more] = text
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter(Boolean)
    .map((part) => (/^\d{1,3}(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  if (latitude === undefined || longitude === undefined || more.length > 0) return null;
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154 ? [longitude, latitude] : null;
}

/** Finds what somebody typed: a position, or the only place whose name is or contains it. */
export function placeOf(text: string, known: readonly KnownPlace[]): Position | null {
  const wanted = text.normalize('NFKC').trim();
  if (wanted === '') return null;
  const exact = known.find(({ name }) => name.normalize('NFKC') === wanted);
  if (exact) return exact.at;
  const containing = known.filter(({ name }) => name.normalize('NFKC').includes(wanted));
  return positionIn(wanted) ?? (containing.length === 1 ? (containing[0]?.at ?? null) : null);
}

/** A position as {@link positionIn} reads it, to about a metre. */
export function written([longitude, latitude]: Position): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
