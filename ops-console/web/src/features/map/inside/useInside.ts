import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import type { TargetArea } from './targetArea';

/** Long enough for the next corner to follow, short enough to seem at once. */
const settlesAfterMs = 250;

/** Who and what lies inside an area, counted anew as it changes. An answer nobody waits for any more is given up. */
export function useInside(area: TargetArea | null) {
  const wanted = area ? JSON.stringify(area) : null;
  const asked = useSettled(wanted);
  const count = useQuery({
    queryKey: [...keys.map, 'inside', asked],
    queryFn: ({ signal }) =>
      contentOf(hub.POST('/map/inside', { body: JSON.parse(asked ?? '{}') as TargetArea, signal })),
    enabled: asked !== null && asked === wanted,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...count, counting: wanted !== null && (asked !== wanted || count.isFetching) };
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
