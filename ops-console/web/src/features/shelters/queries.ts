import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { CrowdingWord, NewShelter, OpeningWord, PlaceCorrection } from '../../api/types';

export function useShelters() {
  return useQuery({
    queryKey: keys.shelters,
    queryFn: () => contentOf(hub.GET('/shelters')),
    refetchInterval: 30_000,
  });
}

/** One shelter with the course of its opening. */
export function useShelter(shelterId: string) {
  return useQuery({
    queryKey: keys.shelter(shelterId),
    queryFn: () => contentOf(hub.GET('/shelters/{shelterId}', { params: { path: { shelterId } } })),
    refetchInterval: 30_000,
  });
}

/** What L-Alert was told last. */
export function useLAlert(allowed: boolean) {
  return useQuery({
    queryKey: keys.lalert,
    enabled: allowed,
    queryFn: () => contentOf(hub.GET('/lalert')),
    refetchInterval: 30_000,
  });
}

/** A change of a shelter; whatever became of it, how it stands is asked for again. */
function useChange<Word, Result>(say: (word: Word) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.shelters }),
        queries.invalidateQueries({ queryKey: keys.sites }),
      ]),
  });
}

/** Says the next step of the course. */
export function useSayOpening(shelterId: string) {
  return useChange((body: OpeningWord) =>
    contentOf(hub.POST('/shelters/{shelterId}/opening', { params: { path: { shelterId } }, body })),
  );
}

/** Says how crowded it is. */
export function useSayCrowding(shelterId: string) {
  return useChange((body: CrowdingWord) =>
    contentOf(hub.POST('/shelters/{shelterId}/crowding', { params: { path: { shelterId } }, body })),
  );
}

/** Says that all still holds. */
export function useConfirm(shelterId: string) {
  return useChange(() =>
    contentOf(hub.POST('/shelters/{shelterId}/still-correct', { params: { path: { shelterId } } })),
  );
}

/** Tells several shelters to open. */
export function useInstruct() {
  return useChange((shelters: readonly string[]) =>
    contentOf(hub.POST('/shelters/instructions', { body: { shelters: [...shelters] } })),
  );
}

/** Enters a place by hand. */
export function useAddShelter() {
  return useChange((body: NewShelter) => contentOf(hub.POST('/shelters', { body })));
}

/** Corrects a place by hand. */
export function useCorrectShelter(shelterId: string) {
  return useChange((body: PlaceCorrection) =>
    contentOf(hub.POST('/shelters/{shelterId}/corrections', { params: { path: { shelterId } }, body })),
  );
}
