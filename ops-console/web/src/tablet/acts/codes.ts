/** What a QR code shown at the reception says. */
export type Code =
  | { kind: 'PREREGISTRATION'; code: string }
  | { kind: 'PAPER'; code: string }
  | { kind: 'HANDOVER' }
  | { kind: 'OTHER' };

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code for a paper form: 50 bits by chance, so that no two tablets ever print the same. */
export function newCode(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => digits[byte % digits.length]).join('');
}

/** Reads a QR code; Crockford's base 32 forgives letters that look like digits. */
export function readCode(text: string): Code {
  const [, paper, written = ''] = /^NRS1(P)?:([0-9A-Z]{10})$/i.exec(text.trim()) ?? [];
  const code = written.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)) return { kind: paper ? 'PAPER' : 'PREREGISTRATION', code };
  return { kind: text.startsWith('NRS1E:') ? 'HANDOVER' : 'OTHER' };
}

/** The id of a record that a code stands for: whoever reads it, wherever and however often, gets the same. */
export async function idFromCode(name: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(name)));
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
