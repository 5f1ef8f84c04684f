/** As much as a QR code holds that a tablet's camera still reads from another tablet's screen. */
const pieceLength = 800;
const frame = /^NRS1E:([0-9a-f]{8}):(\d{1,4})\/(\d{1,4}):([A-Za-z0-9_-]*)$/;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Cuts a hand-over into texts for one QR code each; shown in turn, over and over, they may be read in any order. */
export function cut(bytes: Uint8Array, set = crypto.randomUUID().slice(0, 8)): string[] {
  const text = toBase64Url(bytes);
  const count = Math.max(1, Math.ceil(text.length / pieceLength));
  return Array.from({ length: count }, (_, index) => {
    const piece = text.slice(index * pieceLength, (index + 1) * pieceLength);
    return `NRS1E:${set}:${index + 1}/${count}:${piece}`;
  });
}

/** Puts a hand-over together from the codes that were read so far. */
export class FrameCollector {
  private set = '';
  private count = 0;
  private readonly pieces = new Map<number, string>();

  /** Takes what a code says; returns whether it was a new piece. Another hand-over's piece begins afresh. */
  add(text: string): boolean {
    const [, set = '', number = '', of = '', piece = ''] = frame.exec(text) ?? [];
    const [index, count] = [Number(number), Number(of)];
    if (set === '' || index < 1 || index > count) return false;
    if (set !== this.set || count !== this.count) {
      this.set = set;
      this.count = count;
      this.pieces.clear();
    }
    if (this.pieces.has(index)) return false;
    this.pieces.set(index, piece);
    return true;
  }

  get progress(): { read: number; of: number } {
    return { read: this.pieces.size, of: this.count };
  }

  /** All bytes, or null while pieces are missing. */
  get bytes(): Uint8Array<ArrayBuffer> | null {
    if (this.count === 0 || this.pieces.size < this.count) return null;
    return fromBase64Url(Array.from({ length: this.count }, (_, index) => this.pieces.get(index + 1) ?? '').join(''));
  }
}
