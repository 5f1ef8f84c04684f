/** A name as it is compared: full-width katakana without spaces. */
export function plainKana(kana: string | undefined): string {
  return (kana ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/** A telephone number as it is compared: its digits. */
export function plainPhone(phone: string | undefined): string {
  return (phone ?? '').normalize('NFKC').replace(/\D/g, '');
}
