import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Choice, Field } from '../../ui/Field/Field';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import styles from '../register/register.module.css';
import { useShelters } from '../shelters/queries';
import { EvacueeTable } from './EvacueeTable';
import { PeopleTabs } from './PeopleTabs';
import { type Question, useEvacuees } from './queries';

/** Who is where, by name, across the shelters. */
export function EvacueesPage() {
  const texts = useTexts().evacuees.list;
  const [question, setQuestion] = useState<Question | null>(null);
  const found = useEvacuees(question);
  return (
    <>
      <PeopleTabs here="list" />
      <div className={styles.grid}>
        <Panel title={texts.search}>
          <Search onAsk={setQuestion} busy={found.isFetching} />
        </Panel>
        <Panel
          title={texts.found}
          aside={
            found.data && (
              <span role="status">
                {texts.count(found.data.evacuees.length)} <AsOf at={found.data.asOf} />
              </span>
            )
          }
          flush
        >
          {question === null && <Empty title={texts.start}>{texts.startWhat}</Empty>}
          {found.error && <ProblemNotice error={found.error} />}
          {found.isFetching && <Skeleton rows={6} />}
          {found.data?.evacuees.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
          {found.data && found.data.evacuees.length > 0 && <EvacueeTable evacuees={found.data.evacuees} />}
          {found.data?.more && <p className={styles.card}>{texts.more}</p>}
        </Panel>
      </div>
    </>
  );
}

const purposes = ['RUNNING', 'CARE', 'DOUBT'] as const;

function Search({ onAsk, busy }: { onAsk: (question: Question) => void; busy: boolean }) {
  const texts = useTexts().evacuees;
  const shelters = useShelters().data?.shelters ?? [];
  const [wanted, setWanted] = useState({ name: '', district: '', shelter: '', alsoLeft: false });
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('RUNNING');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { shelter, ...rest } = wanted;
    if (!busy) onAsk({ ...rest, ...(shelter && { shelter }), purpose });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate role="search">
      <Field label={texts.list.name} hint={texts.list.nameHint}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            autoComplete="off"
            maxLength={60}
            value={wanted.name}
            onChange={(event) => setWanted({ ...wanted, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.list.district} hint={texts.list.districtHint}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            autoComplete="off"
            maxLength={60}
            value={wanted.district}
            onChange={(event) => setWanted({ ...wanted, district: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.list.shelter}>
        {(wiring) => (
          <select
            {...wiring}
            value={wanted.shelter}
            onChange={(event) => setWanted({ ...wanted, shelter: event.target.value })}
          >
            <option value="">{texts.list.anyShelter}</option>
            {shelters.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choice
        kind="checkbox"
        checked={wanted.alsoLeft}
        onChange={(event) => setWanted({ ...wanted, alsoLeft: event.target.checked })}
      >
        {texts.list.alsoLeft}
      </Choice>
      <Field label={texts.list.purpose} hint={texts.list.purposeHint}>
        {(wiring) => (
          <select
            {...wiring}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value as (typeof purposes)[number])}
          >
            {purposes.map((each) => (
              <option key={each} value={each}>
                {texts.purposes[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" look="primary" icon="search" busy={busy}>
        {texts.list.submit}
      </Button>
    </form>
  );
}
