import { useCallback, useState } from 'react';
import type { components } from '../../../api/schema';

/** What lies under everything else on the map. */
export type BaseMap = 'NONE' | 'CITY' | 'GSI_PALE' | 'GSI_STANDARD';

type Offered = NonNullable<components['schemas']['MapLayers']['base']>;

/** What a reader may choose, the usual one first: what the house has itself, then what can be asked for, then paper. */
export function choicesOf(offered: Offered | undefined): readonly BaseMap[] {
  return [
    ...(offered?.cityAttribution === undefined ? [] : (['CITY'] as const)),
    ...(offered?.gsi ? (['GSI_PALE', 'GSI_STANDARD'] as const) : []),
    'NONE',
  ];
}

const remembered = 'noroshi.baseMap';

function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

/** The base map of this device. One that does not come is left out until it is chosen anew. */
export function useBaseMap(offered: Offered | undefined) {
  const [wanted, setWanted] = useState(recall);
  const [failed, setFailed] = useState<BaseMap | null>(null);
  const choices = choicesOf(offered);
  const chosen = choices.find((each) => each === wanted) ?? choices[0] ?? 'NONE';
  const choose = useCallback((next: BaseMap) => {
    setWanted(next);
    setFailed(null);
    try {
      localStorage.setItem(remembered, next);
    } catch {
      // A device that keeps nothing starts with the usual one again.
    }
  }, []);
  const shown: BaseMap = !offered || failed === chosen ? 'NONE' : chosen;
  return {
    choices,
    chosen,
    shown,
    failed: failed === chosen,
    choose,
    onFailed: useCallback((base: BaseMap) => setFailed(base), []),
  };
}
