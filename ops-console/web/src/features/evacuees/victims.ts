import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import type { Schemas } from '../../api/types';

export type VictimExport = Schemas['VictimExport'];
export type VictimExportWish = Schemas['VictimExportWish'];

const victims = ['victim-exports'];

/** What was handed over for a ledger of victims. */
export function useVictimExports() {
  return useQuery({ queryKey: victims, queryFn: () => contentOf(hub.GET('/victim-exports')) });
}

export function useMakeVictimExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: VictimExportWish) => contentOf(hub.POST('/victim-exports', { body: wish })),
    onSettled: () => queries.invalidateQueries({ queryKey: victims }),
  });
}

/** Fetches the file; that is written down. */
export function useFetchVictimExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, number }: VictimExport) => {
      const file = await contentOf(
        hub.POST('/victim-exports/{victimExportId}/file', {
          params: { path: { victimExportId: id } },
          parseAs: 'blob',
        }),
      );
      return { number, file: file as unknown as Blob };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: victims }),
  });
}

export function useRecallVictimExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (victimExportId: string) =>
      contentOf(hub.POST('/victim-exports/{victimExportId}/recall', { params: { path: { victimExportId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: victims }),
  });
}
