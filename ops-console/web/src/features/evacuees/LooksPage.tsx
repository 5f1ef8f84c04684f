import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { More } from '../../ui/More/More';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import styles from '../register/register.module.css';
import own from './evacuees.module.css';
import { PeopleTabs } from './PeopleTabs';
import { useCardLooks } from './queries';
import { useShelterNames } from './Where';

/** Who opened cards of evacuees, and what for. The cards are counted here, not named. */
export function LooksPage() {
  const texts = useTexts().evacuees.looks;
  return (
    <>
      <PeopleTabs here="looks" />
      <p className={`soft ${own.lead}`}>{texts.what}</p>
      <Panel title={texts.title} flush>
        <Looks />
      </Panel>
    </>
  );
}

function Looks() {
  const texts = useTexts().evacuees.looks;
  const names = useShelterNames();
  const pages = useCardLooks();
  const looks = pages.data?.pages.flatMap((page) => page.looks) ?? [];
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton rows={6} />;
  if (looks.length === 0) return <Empty title={texts.none} />;
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.at}</th>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.purpose}</th>
              <th scope="col">{texts.shelter}</th>
              <th scope="col">{texts.cards}</th>
            </tr>
          </thead>
          <tbody>
            {looks.map(({ number, at, account, device, purpose, shelter, cards }) => (
              <tr key={number}>
                <td className={styles.whole}>
                  <At at={at} seconds />
                </td>
                <td className={styles.whole}>{device ? texts.tablet(device) : account}</td>
                <td>{texts.purposes[purpose]}</td>
                <td>{shelter ? (names.get(shelter) ?? shelter) : ''}</td>
                <td>{texts.many(cards)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More pages={pages}>{texts.older}</More>
    </>
  );
}
