import { fetchChronology } from '../../../api/queries';
import type { ChronologyKind, ChronologyLine } from '../../../api/types';

const pageSize = 200;

/** Every line of these kinds from the beginning, oldest first. */
export async function collectAll(kinds: readonly ChronologyKind[]): Promise<ChronologyLine[]> {
  const lines: ChronologyLine[] = [];
  let before: number | undefined;
  do {
    const page = await fetchChronology(kinds, before, pageSize);
    lines.push(...page.entries);
    before = page.next;
  } while (before !== undefined);
  return lines.reverse();
}

const columns = ['number', 'at', 'mode', 'kind', 'actor', 'subject', 'detail'] as const;

/** As CSV (RFC 4180) with a byte order mark: without it spreadsheets misread Japanese. */
export function toCsv(lines: readonly ChronologyLine[]): string {
  const rows = lines.map((line) =>
    columns.map((column) => cell(column === 'detail' ? JSON.stringify(line.detail) : String(line[column]))).join(','),
  );
  return `\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Quoted where needed; what a spreadsheet would run as a formula is kept as text. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands a content to the browser as a file. */
export function saveFile(name: string, type: string, content: BlobPart) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
