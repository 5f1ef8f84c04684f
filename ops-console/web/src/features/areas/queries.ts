import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { AreaSetBody } from '../../api/types';

export function useAreaSets() {
  return useQuery({ queryKey: keys.areaSets, queryFn: () => contentOf(hub.GET('/area-sets')) });
}

/** Writes a set; one of that name is replaced. */
export function useSaveAreaSet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AreaSetBody) => contentOf(hub.PUT('/area-sets', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.areaSets }),
  });
}

export function useRemoveAreaSet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (areaSetId: string) =>
      contentOf(hub.DELETE('/area-sets/{areaSetId}', { params: { path: { areaSetId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.areaSets }),
  });
}
