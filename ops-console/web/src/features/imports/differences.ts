import type { ImportRow } from '../../api/types';

export interface Difference {
  field: string;
  before: string;
  after: string;
}

/** What a row would change, field by field; columns without a field of their own one level deeper. */
export function differencesOf(row: ImportRow): readonly Difference[] {
  const before = flat(row.before);
  const after = flat(row.after);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((each) => each.before !== each.after);
}

function flat(entry: Record<string, unknown> | undefined): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [field, value] of Object.entries(entry ?? {})) {
    if (field === 'details' && typeof value === 'object' && value !== null) {
      for (const [column, cell] of Object.entries(value)) fields.set(column, text(cell));
    } else fields.set(field, text(value));
  }
  return fields;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(text).join(', ');
  if (typeof value === 'object') return Object.values(value).map(text).join(', ');
  return String(value);
}
