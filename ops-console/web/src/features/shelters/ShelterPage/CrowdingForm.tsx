import { useState } from 'react';
import type { Crowding, Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { At } from '../../../ui/AsOf/AsOf';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { useSayCrowding } from '../queries';
import styles from '../shelters.module.css';

const crowdings: readonly Crowding[] = ['ROOM', 'SOMEWHAT_CROWDED', 'CROWDED', 'FULL', 'UNKNOWN'];
const hoursAWordHolds = 3;

/** How crowded it is by somebody's word; without one the count decides. */
export function CrowdingForm({ shelter }: { shelter: Shelter }) {
  const all = useTexts();
  const texts = all.shelters.crowding;
  const say = useSayCrowding(shelter.id);
  const [chosen, setChosen] = useState<Crowding>(shelter.said ?? 'UNKNOWN');
  const submit = () =>
    say.mutate({
      crowding: chosen,
      ...(chosen !== 'UNKNOWN' && {
        until: new Date(Date.now() + hoursAWordHolds * 3_600_000).toISOString(),
      }),
    });
  return (
    <div className={styles.stack}>
      <p className="soft small">
        {shelter.said ? texts.byWord : texts.byCount}
        {shelter.said && shelter.saidUntil && (
          <>
            {' '}
            <At at={shelter.saidUntil} /> {texts.untilThen}
          </>
        )}
      </p>
      <Segmented
        legend={texts.choose}
        silent
        value={chosen}
        options={crowdings.map((value) => ({
          value,
          label: value === 'UNKNOWN' ? texts.count : all.sites.crowding[value],
        }))}
        onChange={setChosen}
      />
      <p className="soft small">{texts.holds(hoursAWordHolds)}</p>
      <ProblemNotice error={say.error} />
      <div>
        <Button busy={say.isPending} onClick={submit}>
          {texts.submit}
        </Button>
      </div>
    </div>
  );
}
