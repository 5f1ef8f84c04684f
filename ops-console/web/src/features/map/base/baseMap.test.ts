import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseLayersOf, baseSourceOf } from './baseLayers';
import { choicesOf, useBaseMap } from './baseMap';

const all = { gsi: true, cityAttribution: '見本市' };

describe('the map under the map', () => {
  beforeEach(() => localStorage.clear());

  it('is the house’s own where there is one, and asks nobody where nobody may be asked', () => {
    expect(choicesOf(all)[0]).toBe('CITY');
    expect(choicesOf({ gsi: true })[0]).toBe('GSI_PALE');
    expect(choicesOf({ gsi: false })).toEqual(['NONE']);
    expect(choicesOf(undefined)).toEqual(['NONE']);
  });

  it('is remembered on this device', () => {
    const first = renderHook(() => useBaseMap(all));
    act(() => first.result.current.choose('GSI_STANDARD'));
    expect(renderHook(() => useBaseMap(all)).result.current.shown).toBe('GSI_STANDARD');
    expect(renderHook(() => useBaseMap({ gsi: false })).result.current.shown).toBe('NONE');
  });

  it('gives way to plain paper when it does not come, until it is chosen anew', () => {
    const { result } = renderHook(() => useBaseMap({ gsi: true }));
    act(() => result.current.onFailed('GSI_PALE'));
    expect(result.current).toMatchObject({ shown: 'NONE', failed: true, chosen: 'GSI_PALE' });
    act(() => result.current.choose('GSI_PALE'));
    expect(result.current).toMatchObject({ shown: 'GSI_PALE', failed: false });
  });

  it('asks for no picture or letter of somebody else', () => {
    for (const dark of [true, false])
      for (const layer of baseLayersOf('CITY', dark)) expect(layer.layout ?? {}).not.toHaveProperty('icon-image');
    expect(baseSourceOf('CITY')).toMatchObject({ url: expect.stringContaining('/map/city.pmtiles') });
  });
});
