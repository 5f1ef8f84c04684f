import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../../session/session';

/** Ends the use of a hazard map that no newer edition replaces; the plans made with it keep it. */
export function RetireLayer({ layerId, title }: { layerId: string; title: string }) {
  const { retire: texts } = useTexts().mapRoom;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const retire = useMutation({
    mutationFn: () => contentOf(hub.POST('/map/layers/{layerId}/retirement', { params: { path: { layerId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.map }),
  });
  if (!hasRole(useSession(), 'APPROVER', 'ADMINISTRATOR')) return null;
  if (!asked)
    return (
      <div>
        <Button look="quiet" onClick={() => setAsked(true)} aria-label={texts.of(title)}>
          {texts.begin}
        </Button>
      </div>
    );
  return (
    <div role="group" aria-label={texts.of(title)}>
      <p>{texts.what}</p>
      <ProblemNotice error={retire.error} />
      <Button look="danger" busy={retire.isPending} onClick={() => retire.mutate()}>
        {texts.really}
      </Button>
      <Button look="quiet" autoFocus onClick={() => setAsked(false)}>
        {texts.keep}
      </Button>
    </div>
  );
}
