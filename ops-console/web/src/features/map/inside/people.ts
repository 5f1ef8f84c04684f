import { useQuery } from '@tanstack/react-query';
import { contentOf, hub } from '../../../api/client';
import type { components } from '../../../api/schema';
import { onlyOnDemand } from '../../register/queries';
import type { Look } from '../../register/Look/look';

export type PersonInside = components['schemas']['PersonInside'];

/** How many are opened at once: as many as somebody reads. */
export const partSize = 100;

/** A part of the people inside an area. Everybody in it is written into the access log. */
export function usePeopleInside(look: Look, body: components['schemas']['PeopleAsked'], offset: number) {
  return useQuery({
    queryKey: ['people', 'inside', look, body, offset],
    queryFn: () =>
      contentOf(hub.POST('/map/inside/people', { params: { query: { ...look, offset, limit: partSize } }, body })),
    ...onlyOnDemand,
  });
}
