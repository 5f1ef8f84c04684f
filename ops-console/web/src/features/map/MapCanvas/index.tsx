import { lazy, Suspense } from 'react';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { MapCanvasProps } from './MapCanvas';

// The map library is larger than all the rest: whoever only reads the list does not wait for it.
const Loaded = lazy(() => import('./MapCanvas'));

/** The large map. There is a list beside it wherever it stands. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
