/** What lies on the device: nothing of it can be read without the PIN. */
export interface Sealed {
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** As many rounds as are recommended for PBKDF2 with SHA-256: half a second on a tablet. */
const rounds = 600_000;
export const shortestPin = 6;

/** Makes the key of a PIN. It cannot be taken out of the browser again. */
export async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, iterations = rounds): Promise<CryptoKey> {
  const word = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    word,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** Seals a value, bound to the name under which it lies, so that two cannot be exchanged. */
export async function seal(
  key: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  name: string,
  value: unknown,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const additionalData = new TextEncoder().encode(name);
  return { salt, iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain) };
}

/** Opens what was sealed; rejects when the key is another's or a byte was changed. */
export async function open(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  const additionalData = new TextEncoder().encode(name);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData }, key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(plain));
}
