import { useState } from 'react';
import type { InspectionItem, OpeningWord, Shelter } from '../../../api/types';
import { type Step, stepsOf } from '../../../features/shelters/steps';
import { useTexts } from '../../../i18n/language';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import { Entry } from '../../parts/Entry';
import styles from '../screens.module.css';

type Say = (what: 'opening' | 'still-correct', word?: OpeningWord) => void;
type Noted = 'OPEN' | 'CANNOT_OPEN' | 'BEGIN_CLOSING' | 'CLOSE';

/** What comes next, and what else may. */
export function Steps({ shelter, onSay }: { shelter: Shelter; onSay: Say }) {
  const { steps } = useTexts().shelters;
  const [asking, setAsking] = useState<'INSPECT' | Noted | null>(null);
  const { first, others } = stepsOf(shelter, false);
  const take = (step: Step) => {
    switch (step) {
      case 'REOPEN':
        return setAsking('OPEN');
      case 'STILL_CORRECT':
        return onSay('still-correct');
      case 'WITHDRAW':
        return setAsking('CLOSE');
      case 'INSPECT':
      case 'OPEN':
      case 'CANNOT_OPEN':
      case 'BEGIN_CLOSING':
      case 'CLOSE':
        return setAsking(step);
      case 'INSTRUCT':
        return;
    }
  };
  return (
    <>
      <div className={styles.menu}>
        {first && (
          <Big look="primary" onClick={() => take(first)}>
            {steps[first]}
          </Big>
        )}
        {others.map((step) => (
          <Big key={step} onClick={() => take(step)}>
            {steps[step]}
          </Big>
        ))}
      </div>
      {asking === 'INSPECT' && <Inspection onFound={(checks) => onSay('opening', { step: 'INSPECT', checks })} />}
      {asking && asking !== 'INSPECT' && (
        <WithNote
          key={asking}
          step={asking}
          onSay={(note) => onSay('opening', { step: asking, ...(note ? { note } : {}) })}
        />
      )}
    </>
  );
}

const items: readonly InspectionItem[] = ['BUILDING', 'ROAD', 'POWER', 'WATER', 'TOILETS', 'COMMUNICATION'];
const findings = ['OK', 'NOT_OK', 'UNSEEN'] as const;
type Finding = (typeof findings)[number];

function Inspection({ onFound }: { onFound: (checks: { item: InspectionItem; ok: boolean }[]) => void }) {
  const texts = useTexts().shelters.inspection;
  const [found, setFound] = useState<Partial<Record<InspectionItem, Finding>>>({});
  const [tried, setTried] = useState(false);
  const seen = (finding: Finding | undefined) => finding === 'OK' || finding === 'NOT_OK';
  const save = () => {
    setTried(true);
    if (!seen(found.BUILDING)) return;
    onFound(items.flatMap((item) => (seen(found[item]) ? [{ item, ok: found[item] === 'OK' }] : [])));
  };
  return (
    <section className={styles.box}>
      <h2>{texts.title}</h2>
      {items.map((item) => (
        <ChooseOne
          key={item}
          label={texts.items[item]}
          values={findings}
          names={{ OK: texts.ok, NOT_OK: texts.notOk, UNSEEN: texts.unseen }}
          value={found[item] ?? 'UNSEEN'}
          onChange={(finding) => setFound({ ...found, [item]: finding })}
        />
      ))}
      {tried && !seen(found.BUILDING) && (
        <p className={styles.alert} role="alert">
          {texts.buildingMissing}
        </p>
      )}
      <Big look="primary" onClick={save}>
        {texts.submit}
      </Big>
    </section>
  );
}

/** The residents are told of it: never by one slip of a thumb, and where it needs a reason with one. */
function WithNote({ step, onSay }: { step: Noted; onSay: (note: string) => void }) {
  const texts = useTexts().shelters;
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = step === 'CANNOT_OPEN' && note.trim() === '';
  const save = () => {
    setTried(true);
    if (!missing) onSay(note.trim());
  };
  return (
    <section className={styles.box}>
      <Entry
        label={step === 'CANNOT_OPEN' ? texts.reason : texts.note}
        maxLength={500}
        error={tried && missing ? texts.reasonMissing : undefined}
        value={note}
        onChange={setNote}
      />
      <Big look="primary" onClick={save}>
        {texts.steps[step]}
      </Big>
    </section>
  );
}
