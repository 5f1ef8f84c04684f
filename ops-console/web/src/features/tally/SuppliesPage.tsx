import { Link } from 'wouter';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Icon } from '../../ui/Icon/Icon';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useSession } from '../session/session';
import { useShelters } from '../shelters/queries';
import { useSupplies } from './queries';
import styles from './tally.module.css';

/** What is wanted and what there is, shelter by shelter. */
export function SuppliesPage() {
  const texts = useTexts().tally;
  const session = useSession();
  const asked = useSupplies();
  const names = new Map(useShelters().data?.shelters.map(({ id, name }) => [id, name]));
  usePageTitle(texts.supplies.title, session.mode);
  const lines = asked.data?.shelters.flatMap(({ shelter, items }) => items.map((item) => ({ shelter, ...item }))) ?? [];
  return (
    <>
      <Link href="/shelters" className="standalone">
        <Icon name="back" />
        {texts.back}
      </Link>
      <h1>{texts.supplies.title}</h1>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && lines.length === 0 && <Empty title={texts.supplies.none}>{texts.supplies.noneWhat}</Empty>}
      {asked.data && lines.length > 0 && (
        <Panel title={texts.supplies.list} aside={<AsOf at={asked.data.asOf} />} flush>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.supplies.shelter}</th>
                <th scope="col">{texts.supplies.item}</th>
                <th scope="col">{texts.supplies.wanted}</th>
                <th scope="col">{texts.supplies.stock}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ shelter, item, unit, wanted, stock }) => (
                <tr key={`${shelter} ${item}`}>
                  <th scope="row">{names.get(shelter) ?? shelter}</th>
                  <td>{item}</td>
                  <td>{wanted === undefined ? '—' : `${wanted.toLocaleString()} ${unit}`}</td>
                  <td>{stock === undefined ? '—' : `${stock.toLocaleString()} ${unit}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </>
  );
}
