import type { DesignationKind, HazardKind, Site } from '../../api/types';

/** What somebody looks for. */
export interface Wanted {
  words: string;
  hazard: HazardKind | '';
  kind: DesignationKind | '';
  opening: 'ALL' | 'OPEN' | 'NOT_OPEN';
}

export type Column = 'name' | 'capacity' | 'state';

export const everything: Wanted = { words: '', hazard: '', kind: '', opening: 'ALL' };

export const isOpen = (site: Site) => site.opening?.state === 'OPEN';

/** Sites that fit, in the order wanted. Sites in no list any more are shown while they are open. */
export function find(sites: readonly Site[], wanted: Wanted, column: Column, down: boolean): readonly Site[] {
  const words = fold(wanted.words);
  const fitting = sites.filter(
    (site) =>
      (!site.closed || isOpen(site)) &&
      (!words || fold(`${site.name} ${site.kana} ${site.address}`).includes(words)) &&
      (!wanted.hazard || site.hazards.includes(wanted.hazard)) &&
      (!wanted.kind || site.kinds.includes(wanted.kind)) &&
      (wanted.opening === 'ALL' || isOpen(site) === (wanted.opening === 'OPEN')),
  );
  const sorted = fitting.toSorted((one, other) => order[column](one, other) || byName(one, other));
  return down ? sorted.toReversed() : sorted;
}

const byName = (one: Site, other: Site) => (one.kana || one.name).localeCompare(other.kana || other.name, 'ja');

const order: Record<Column, (one: Site, other: Site) => number> = {
  name: byName,
  capacity: (one, other) => (one.capacity ?? -1) - (other.capacity ?? -1),
  state: (one, other) => Number(isOpen(other)) - Number(isOpen(one)),
};

/** Widths and hiragana against katakana make no difference to whoever looks for a place. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .trim();
}
