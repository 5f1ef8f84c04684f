import { describe, expect, it } from 'vitest';
import { placeOf, positionIn, written } from './place';

const known = [
  { name: '長岡', at: [138.94, 35.03] },
  { name: '長岡見本小学校', at: [138.95, 35.03] },
  { name: '若葉公園', at: [138.96, 35.04] },
] as const;

describe('a place that is typed', () => {
  it('is read as latitude and longitude, whichever way it is written', () => {
    expect(positionIn('35.0213, 138.95')).toEqual([138.95, 35.0213]);
    expect(positionIn('３５．０２１３、１３８．９５')).toEqual([138.95, 35.0213]);
    expect(positionIn('35.0213 138.95')).toEqual([138.95, 35.0213]);
  });

  it('is refused when it is swapped, half typed or far away', () => {
    for (const text of ['138.95, 35.02', '35.02', '35.02,', '35.02, 138.95, 3', '1e1, 138', 'abc', ''])
      expect(positionIn(text)).toBeNull();
  });

  it('is found by its whole name first, then by the only name that holds it', () => {
    expect(placeOf('長岡', known)).toEqual([138.94, 35.03]);
    expect(placeOf('若葉', known)).toEqual([138.96, 35.04]);
    expect(placeOf('見本小', known)).toEqual([138.95, 35.03]);
    expect(placeOf('公園 東', known)).toBeNull();
    expect(placeOf('', known)).toBeNull();
  });

  it('is written as it is read', () => {
    expect(positionIn(written([138.95, 35.0213]))).toEqual([138.95, 35.0213]);
  });
});
