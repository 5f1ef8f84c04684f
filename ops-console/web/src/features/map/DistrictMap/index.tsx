import { lazy, Suspense } from 'react';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { DistrictMapProps } from './DistrictMap';

// The map library is larger than all the rest: whoever only needs the list does not wait for it.
const Loaded = lazy(() => import('./DistrictMap'));

/** The districts as a map. There is a list beside it wherever it stands. */
export function DistrictMap(props: DistrictMapProps) {
  return (
    <Suspense fallback={<Skeleton rows={4} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
