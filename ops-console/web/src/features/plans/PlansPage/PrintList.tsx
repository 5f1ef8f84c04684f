import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { dayOf } from '../../../time/clock';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../../register/Look/look';
import { isComplete, PaperFor, readerOf, saveFile } from '../PaperFor';
import type { PlanHazard } from '../plan';
import styles from '../plans.module.css';
import { usePrintList } from '../queries';

interface Props {
  look: Look;
  district: string;
  hazard: PlanHazard;
}

const yearMs = 365 * 86_400_000;

/** The plans of a district against a danger, as a numbered list on paper. */
export function PrintList({ look, district, hazard }: Props) {
  const all = useTexts();
  const texts = all.plans.print;
  const [asking, setAsking] = useState(false);
  const [reader, setReader] = useState(() => ({
    ...readerOf(dayOf(new Date(Date.now() + yearMs)), '', texts.purpose),
    kind: 'OFFICE' as const,
  }));
  const print = usePrintList(look);
  const start = () => {
    if (!isComplete(reader)) return;
    print.mutate(
      { reader, district, hazard },
      {
        onSuccess: (file) => {
          saveFile(file, `plans-${district}.pdf`);
          setAsking(false);
        },
      },
    );
  };
  return (
    <>
      <Button icon="download" onClick={() => setAsking(true)}>
        {texts.list}
      </Button>
      {asking && (
        <Dialog title={texts.list} onClose={() => setAsking(false)}>
          <div className={styles.stack}>
            <p>{texts.listWhat}</p>
            <PaperFor reader={reader} look={look} onChange={(next) => setReader(next as typeof reader)} />
            <ProblemNotice error={print.error} />
          </div>
          <DialogButtons>
            <Button onClick={() => setAsking(false)}>{all.common.cancel}</Button>
            <Button look="primary" busy={print.isPending} aria-disabled={!isComplete(reader)} onClick={start}>
              {texts.listButton}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}
