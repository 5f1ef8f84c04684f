import { describe, expect, it } from 'vitest';
import { districtsIn, evacuationOf } from './draw/handOver';
import { readLook, writeLook } from './view';

describe('the address of a map', () => {
  it('comes back as it was written', () => {
    const look = {
      view: { zoom: 12.5, centre: [138.95, 35.02] as const },
      layers: ['sites', 'hazard-1'],
      colouring: 'alerts' as const,
    };
    expect(readLook(writeLook(look))).toEqual(look);
  });

  it('leaves out what is wrong', () => {
    expect(readLook('at=a/b/c&by=nobody')).toEqual({ view: null });
    expect(readLook('')).toEqual({ view: null });
    expect(readLook('at=1/2')).toEqual({ view: null });
  });

  it('hands over the districts of an area', () => {
    expect(districtsIn(evacuationOf(['22225-01', '22225-02']).split('?')[1] ?? '')).toEqual(['22225-01', '22225-02']);
    expect(districtsIn('')).toEqual([]);
  });
});
