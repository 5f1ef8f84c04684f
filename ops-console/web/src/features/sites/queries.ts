import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { Site, SiteDescription } from '../../api/types';
import { saveFile } from '../chronology/Export/export';

export function useSites() {
  return useQuery({
    queryKey: keys.sites,
    queryFn: () => contentOf(hub.GET('/sites')),
    refetchInterval: 60_000,
  });
}

/** Says what no list says of a site. */
export function useDescribeSite(siteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SiteDescription) =>
      contentOf(hub.PUT('/sites/{siteId}', { params: { path: { siteId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.sites }),
  });
}

/** What the current hazard maps say of a place. */
export function useExposure(place: Site['location']) {
  return useQuery({
    queryKey: keys.exposure(place),
    queryFn: () =>
      contentOf(
        hub.GET('/hazards/exposure', {
          params: { query: place },
        }),
      ),
  });
}

/** Who said what of a site, newest first. */
export function useSiteHistory(siteId: string, allowed: boolean) {
  return useQuery({
    queryKey: keys.siteHistory(siteId),
    enabled: allowed,
    queryFn: () =>
      contentOf(
        hub.GET('/chronology', {
          params: { query: { subject: `site:${siteId}`, kind: ['SITE_DESCRIBED'], limit: 20 } },
        }),
      ),
  });
}

/** Saves the lines of all lists as a file. */
export function useSaveSites() {
  return useMutation({
    mutationFn: async (format: 'CSV' | 'GEOJSON') => {
      const file = await contentOf(hub.GET('/sites/file', { params: { query: { format } }, parseAs: 'blob' }));
      const name = `evacuation_space.${format.toLowerCase()}`;
      saveFile(name, format === 'CSV' ? 'text/csv;charset=utf-8' : 'application/geo+json', file as unknown as Blob);
    },
  });
}
