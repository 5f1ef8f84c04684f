import { Link } from 'wouter';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import styles from '../register/register.module.css';
import { useDoubts } from '../tally/queries';
import { Decide } from './Decide';
import own from './evacuees.module.css';
import { PeopleTabs } from './PeopleTabs';
import { type Doubt, useOpenDoubt } from './queries';
import { useShelterNames } from './Where';

/** What a person has to look at: nothing is decided by itself, and no record is lost by deciding. */
export function DoubtsPage() {
  const texts = useTexts().evacuees.doubts;
  const asked = useDoubts(true);
  const doubts = asked.data?.doubts ?? [];
  return (
    <>
      <PeopleTabs here="doubts" />
      <p className={`soft ${own.lead}`}>{texts.what}</p>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={4} />}
      {asked.data && doubts.length === 0 && <Empty title={texts.none} />}
      {doubts.length > 0 && (
        <Panel title={texts.list(doubts.length)} flush>
          {doubts.map((doubt) => (
            <OneDoubt key={[doubt.kind, ...doubt.records, ...doubt.shelters].join(' ')} doubt={doubt} />
          ))}
        </Panel>
      )}
    </>
  );
}

function OneDoubt({ doubt }: { doubt: Doubt }) {
  const texts = useTexts().evacuees.doubts;
  const names = useShelterNames();
  const open = useOpenDoubt();
  const [counted] = doubt.shelters;
  return (
    <article className={styles.card}>
      <h3>{texts.kinds[doubt.kind]}</h3>
      {doubt.shelters.length > 0 && (
        <p className="soft small">{doubt.shelters.map((id) => names.get(id) ?? id).join('・')}</p>
      )}
      {doubt.kind === 'BELOW_ZERO' && counted && (
        <p>
          {texts.recount} <Link href={`/shelters/${counted}`}>{texts.openShelter}</Link>
        </p>
      )}
      {doubt.records.length > 0 && !open.data && (
        <div>
          <Button busy={open.isPending} onClick={() => open.mutate(doubt.records)}>
            {texts.open}
          </Button>
        </div>
      )}
      <ProblemNotice error={open.error} />
      {open.data && <Decide doubt={doubt} evidence={open.data} />}
    </article>
  );
}
