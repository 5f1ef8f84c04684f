import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Choice } from '../../ui/Field/Field';
import { Empty, Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { saveFile } from '../chronology/Export/export';
import { Select } from '../register/PersonPage/ConsentPanel';
import styles from '../register/register.module.css';
import { hasRole, useSession } from '../session/session';
import shelterStyles from '../shelters/shelters.module.css';
import own from './evacuees.module.css';
import { PeopleTabs } from './PeopleTabs';
import { TextField } from './TextField';
import {
  useFetchVictimExport,
  useMakeVictimExport,
  useRecallVictimExport,
  useVictimExports,
  type VictimExport,
  type VictimExportWish,
} from './victims';

/** Hand-overs for a ledger of victims: numbered, to whom, what for, by which provision. */
export function VictimsPage() {
  const texts = useTexts().evacuees.victims;
  const asked = useVictimExports();
  const may = hasRole(useSession(), 'WELFARE_STAFF');
  const all = asked.data?.victimExports ?? [];
  return (
    <>
      <PeopleTabs here="victims" />
      <p className={`soft ${own.lead}`}>{texts.what}</p>
      <div className={may ? styles.grid : styles.stack}>
        {may && (
          <Panel title={texts.make}>
            <WishForm />
          </Panel>
        )}
        <Panel title={texts.list} flush>
          {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
          {asked.data && all.length === 0 && <Empty title={texts.none} />}
          {all.map((each) => (
            <Made key={each.id} made={each} may={may} />
          ))}
        </Panel>
      </div>
    </>
  );
}

const recipients = ['OWN_LEDGER', 'OWN_OFFICE', 'OTHER_GOVERNMENT', 'OTHER'] as const;
const blank: VictimExportWish = { recipient: 'OWN_LEDGER', body: '', purpose: '', named: false };

function WishForm() {
  const texts = useTexts().evacuees.victims;
  const [wish, setWish] = useState(blank);
  const make = useMakeVictimExport();
  const mayHaveNames = wish.recipient !== 'OTHER';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(wish, { onSuccess: () => setWish(blank) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Select
        label={texts.recipient}
        value={wish.recipient}
        values={recipients}
        names={texts.recipients}
        onChange={(recipient) => setWish({ ...wish, recipient, named: recipient !== 'OTHER' && wish.named })}
      />
      <TextField
        label={texts.body}
        longest={100}
        required
        value={wish.body}
        onChange={(body) => setWish({ ...wish, body })}
      />
      <TextField
        label={texts.purpose}
        longest={200}
        required
        value={wish.purpose}
        onChange={(purpose) => setWish({ ...wish, purpose })}
      />
      <Choice
        kind="checkbox"
        checked={wish.named}
        disabled={!mayHaveNames}
        note={mayHaveNames ? texts.namedWhat : texts.namedNot}
        onChange={(event) => setWish({ ...wish, named: event.target.checked })}
      >
        {texts.named}
      </Choice>
      <ProblemNotice error={make.error} />
      {make.data && <Notice tone="success" title={texts.made(make.data.number, make.data.people)} />}
      <Button type="submit" look="primary" busy={make.isPending}>
        {texts.submit}
      </Button>
    </form>
  );
}

function Made({ made, may }: { made: VictimExport; may: boolean }) {
  const { common, evacuees } = useTexts();
  const texts = evacuees.victims;
  const fetch = useFetchVictimExport();
  const recall = useRecallVictimExport();
  const [recalling, setRecalling] = useState(false);
  return (
    <article className={styles.card}>
      <h3>
        {texts.number(made.number)} {made.body}
      </h3>
      <p className="soft small">
        {texts.recipients[made.recipient]}・{made.purpose}・{made.named ? texts.withNames : texts.withoutNames}
        <br />
        {texts.counts(made.people, made.households)}
        {made.leftOut > 0 && `・${texts.leftOut(made.leftOut)}`}・<At at={made.madeAt} /> {made.madeBy}・
        {texts.fetched(made.fetched)}
      </p>
      {made.recalledAt ? (
        <p>
          {texts.recalled} <At at={made.recalledAt} />
        </p>
      ) : (
        may && (
          <div className={shelterStyles.buttons}>
            <Button
              busy={fetch.isPending}
              onClick={() =>
                fetch.mutate(made, {
                  onSuccess: ({ file, number }) => saveFile(`hisaisha-${number}.csv`, 'text/csv', file),
                })
              }
            >
              {texts.fetch(made.number)}
            </Button>
            <Button look="danger" busy={recall.isPending} onClick={() => setRecalling(true)}>
              {texts.recall(made.number)}
            </Button>
          </div>
        )
      )}
      <ProblemNotice error={fetch.error ?? recall.error} />
      {recalling && (
        <Dialog title={texts.recallTitle(made.number)} onClose={() => setRecalling(false)}>
          <p>{texts.recallWhat(made.body, made.fetched)}</p>
          <DialogButtons>
            <Button onClick={() => setRecalling(false)}>{common.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setRecalling(false);
                recall.mutate(made.id);
              }}
            >
              {texts.recall(made.number)}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </article>
  );
}
