import { useQuery } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';

/** What can be drawn from tiles. Asked again soon, so that a closed road is not seen open for long. */
export function useMapLayers() {
  return useQuery({
    queryKey: ['map', 'layers'],
    queryFn: () => contentOf(hub.GET('/map/layers')),
    refetchInterval: 20_000,
  });
}

/** Every site and how it stands. */
export function useSites() {
  return useQuery({
    queryKey: ['sites'],
    queryFn: () => contentOf(hub.GET('/sites')),
    refetchInterval: 20_000,
  });
}
