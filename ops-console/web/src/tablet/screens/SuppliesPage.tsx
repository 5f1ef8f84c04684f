import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import { Big } from '../parts/Big';
import { Entry, NumberEntry } from '../parts/Entry';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { shelterOf, type Supply } from '../projection/state';
import { Screen } from './Screen';
import styles from './screens.module.css';

type Draft = Omit<Supply, 'at'>;
const blank: Draft = { item: '', unit: '', wanted: null, stock: null };

/** What is wanted and what is there: the last word for each thing. */
export function SuppliesPage() {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.suppliesPage;
  const { shelter } = useTablet();
  const { state } = useJournal();
  const write = useWrite();
  const [draft, setDraft] = useState<Draft>(blank);
  const [tried, setTried] = useState(false);
  const { supplies } = shelterOf(state, shelter.id);
  const item = draft.item.trim();
  const save = async () => {
    setTried(true);
    if (item !== '' && (await write([{ type: 'supplies', ...draft, item, unit: draft.unit.trim() }]))) {
      setDraft(blank);
      setTried(false);
    }
  };
  const amount = (value: number | null, unit: string) => (value === null ? texts.unknown : `${value}${unit}`);
  return (
    <Screen title={texts.title}>
      {supplies.length === 0 && <p>{texts.none}</p>}
      <ul className={styles.menu}>
        {supplies.map(({ at, ...supply }) => (
          <li key={supply.item}>
            <Big wide onClick={() => setDraft(supply)}>
              {supply.item} {texts.row(amount(supply.wanted, supply.unit), amount(supply.stock, supply.unit))}{' '}
              {timeNear(new Date(at), new Date(), language)}
            </Big>
          </li>
        ))}
      </ul>
      <div className={styles.box}>
        <Entry
          label={texts.item}
          maxLength={40}
          error={tried && item === '' ? texts.missing : undefined}
          value={draft.item}
          onChange={(value) => setDraft({ ...draft, item: value })}
        />
        <Entry label={texts.unit} maxLength={10} value={draft.unit} onChange={(unit) => setDraft({ ...draft, unit })} />
        <NumberEntry label={texts.wanted} value={draft.wanted} onChange={(wanted) => setDraft({ ...draft, wanted })} />
        <NumberEntry label={texts.stock} value={draft.stock} onChange={(stock) => setDraft({ ...draft, stock })} />
        <Big look="primary" wide onClick={() => void save()}>
          {texts.save}
        </Big>
      </div>
    </Screen>
  );
}
