import { describe, expect, it } from 'vitest';
import type { ChronologyLine } from '../../api/types';
import { ja } from '../../i18n/ja';
import { toCsv } from './Export/export';
import { actorText, dispatchOf, groups, kindsIn, matches, summaryOf } from './lines';

const line: ChronologyLine = {
  number: 7,
  at: '2026-11-21T00:00:00Z',
  mode: 'DRILL',
  kind: 'DISPATCH_APPROVED',
  actor: 'jiro',
  subject: 'dispatch:00000000-0000-4000-8000-000000000012',
  detail: { title: '警戒レベル4 避難指示' },
};

describe('a line of the chronology', () => {
  it('leads to its dispatch', () => {
    expect(dispatchOf(line)).toBe('00000000-0000-4000-8000-000000000012');
    expect(dispatchOf({ ...line, subject: 'medium:LINE' })).toBeNull();
  });

  it('is found by every word, however wide it is typed', () => {
    expect(matches(ja, line, 'レベル４ 承認')).toBe(true);
    expect(matches(ja, line, 'レベル4 差し戻し')).toBe(false);
  });

  it('says why something was told in words, and what a person wrote as it is', () => {
    const told = (reason: string) => summaryOf(ja, { ...line, detail: { title: '断水', reason } });
    expect(told('FIRST')).toBe('断水');
    expect(told('CORRECTED')).toBe('断水 訂正');
    expect(told('時刻が違います')).toBe('断水 時刻が違います');
  });

  it('names the place it is about', () => {
    expect(summaryOf(ja, { subject: 'shelter:7', detail: { name: '見本会館', kind: 'SITE' } })).toBe('見本会館');
  });

  it('names who acted without inner words', () => {
    expect(actorText(ja, 'hub')).toBe('のろし');
    expect(actorText(ja, 'rule:jma')).toBe('規則 jma');
    expect(actorText(ja, 'medium:RADIO')).toBe('防災行政無線');
    expect(actorText(ja, 'source:folder')).toBe('取り込み元 受信フォルダー');
  });
});

describe('the groups', () => {
  it('hold every kind exactly once', () => {
    const kinds = Object.values(groups).flat();
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.length).toBe(Object.keys(ja.chronology.kinds).length);
  });

  it('mean all kinds when none is chosen', () => {
    expect(kindsIn([])).toEqual([]);
  });
});

describe('the CSV file', () => {
  it('quotes what needs it and starts with a byte order mark', () => {
    expect(toCsv([line])).toContain('"{""title"":""警戒レベル4 避難指示""}"');
    expect(toCsv([line]).startsWith('\uFEFFnumber,at,')).toBe(true);
  });

  it('runs nothing as a formula', () => {
    expect(toCsv([{ ...line, actor: '=1+1' }])).toContain(",'=1+1,");
  });
});
