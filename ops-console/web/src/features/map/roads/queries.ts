import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import type { components } from '../../../api/schema';
import type { HazardKind } from '../../../api/types';
import type { Position } from '../draw/position';

export type Closure = components['schemas']['ClosureFeature'];
export type NewClosure = components['schemas']['NewClosure'];
export type RoutePlan = components['schemas']['RoutePlan'];
export type WayProfile = components['schemas']['WayProfile'];

/** A way somebody wants to look at. */
export interface WayWish {
  from: Position;
  profile: WayProfile;
  danger: HazardKind | '';
}

/** The closures that hold now or will. */
export function useClosures() {
  return useQuery({
    queryKey: [...keys.map, 'closures'],
    queryFn: () => contentOf(hub.GET('/map/closures')),
    refetchInterval: 20_000,
  });
}

/** Closes a way. Everything on the map that depends on it is asked for again. */
export function useAddClosure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewClosure) => contentOf(hub.POST('/map/closures', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.map }),
  });
}

/** Opens a way again. */
export function useLiftClosure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (closureId: string) =>
      contentOf(hub.POST('/map/closures/{closureId}/lifting', { params: { path: { closureId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.map }),
  });
}

/** The way to the nearest open fitting site. It is asked for again whenever a closure changes. */
export function useWay(wish: WayWish | null) {
  return useQuery({
    queryKey: [...keys.map, 'way', wish],
    queryFn: ({ signal }) => contentOf(hub.POST('/map/routes', { body: bodyOf(wish as WayWish), signal })),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
    retry: false,
  });
}

function bodyOf({ from: [longitude, latitude], profile, danger }: WayWish): components['schemas']['RouteWish'] {
  return { from: { latitude, longitude }, profile, ...(danger && { dangers: [danger] }) };
}
