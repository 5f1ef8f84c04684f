import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import type { ContactWay } from '../../api/types';

/** Who is reached: somebody who helps, the person themselves, or a facility. */
export interface Subject {
  kind: 'SUPPORTER' | 'PERSON' | 'FACILITY';
  id: string;
}

const keyOf = (subject: Subject) => ['contacts', subject.kind, subject.id];
const pathOf = ({ kind, id }: Subject) => ({ params: { path: { kind, subjectId: id } } });

/** How somebody is reached. It shows no address. */
export function useContact(subject: Subject) {
  return useQuery({
    queryKey: keyOf(subject),
    queryFn: () => contentOf(hub.GET('/contacts/{kind}/{subjectId}', pathOf(subject))),
  });
}

/** Writes to them that this is a trial; what the medium answered is seen a moment later. */
export function useTrial(subject: Subject) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => contentOf(hub.POST('/contacts/{kind}/{subjectId}/trial', pathOf(subject))),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(subject) }),
  });
}

/** Lets them be telephoned, under the number on record. */
export function useTelephone(subject: Subject & { kind: 'SUPPORTER' | 'PERSON' }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      contentOf(
        hub.POST('/contacts/{kind}/{subjectId}/telephone', {
          params: { path: { kind: subject.kind, subjectId: subject.id } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(subject) }),
  });
}

/** Makes the page on which a supporter sees what is asked; its address is shown once. */
export function useSupporterPage(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      contentOf(
        hub.POST('/contacts/{kind}/{subjectId}/page', { params: { path: { kind: 'SUPPORTER', subjectId: id } } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf({ kind: 'SUPPORTER', id }) }),
  });
}

export function useForget(subject: Subject) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (medium: ContactWay['medium']) =>
      contentOf(hub.POST('/contacts/{kind}/{subjectId}/removal', { ...pathOf(subject), body: { medium } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(subject) }),
  });
}

/** Makes a code; it is shown once. */
export function useLinkCode(subject: Subject) {
  return useMutation({
    mutationFn: () => contentOf(hub.POST('/contacts/{kind}/{subjectId}/code', pathOf(subject))),
  });
}
