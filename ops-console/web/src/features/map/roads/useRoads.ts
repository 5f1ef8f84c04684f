import { useMemo, useState } from 'react';
import type { Position } from '../draw/position';
import { useClosures, useWay } from './queries';
import type { WayHow } from './WayPanel';

/** The way that is looked at and what closes ways, kept while the reader turns to something else. */
export function useRoads() {
  const [from, setFrom] = useState<Position | null>(null);
  const [how, setHow] = useState<WayHow>({ profile: 'FOOT', danger: '' });
  const wish = useMemo(() => from && { from, ...how }, [from, how]);
  return { from, setFrom, how, setHow, way: useWay(wish), closures: useClosures() };
}

export type Roads = ReturnType<typeof useRoads>;
