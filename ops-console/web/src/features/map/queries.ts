import { useQuery } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';

/** What can be drawn from tiles. Asked again soon, so that a closed road is not seen open for long. */
export function useMapLayers() {
  return useQuery({
    queryKey: [...keys.map, 'layers'],
    queryFn: () => contentOf(hub.GET('/map/layers')),
    refetchInterval: 20_000,
  });
}
