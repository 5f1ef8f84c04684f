import type { Schemas } from '../../api/types';
import { useTexts } from '../../i18n/language';
import type { Look } from '../register/Look/look';
import { Day, OneOf, Words } from './PlanForm/controls';
import styles from './plans.module.css';

export type PaperReader = Schemas['PlanReader'];
type Kind = PaperReader['kind'];

/** A reader nobody was chosen for yet: the person themselves. */
export function readerOf(keepUntil: string, recipient: string, purpose: string): PaperReader {
  return { kind: 'PERSON', recipient, purpose, keepUntil };
}

/** Whether the law calls it a provision (提供). */
export function isOutside(kind: Kind): boolean {
  return kind !== 'PERSON' && kind !== 'OFFICE';
}

/** By which provision a paper goes to such a reader, from where somebody looks. */
export function lookFor(kind: Kind, look: Look): Look {
  if (!isOutside(kind)) return { purpose: 'PLANNING', basis: 'PLAN_MAKING' };
  if (look.basis !== 'PLAN_DISASTER') return { purpose: 'PROVISION', basis: 'PLAN_CONSENT' };
  return { ...look, purpose: 'PROVISION' };
}

export function isComplete({ recipient, purpose, keepUntil }: PaperReader): boolean {
  return recipient.trim() !== '' && purpose.trim() !== '' && keepUntil !== '';
}

interface Props {
  reader: PaperReader;
  look: Look;
  onChange: (reader: PaperReader) => void;
}

/** Whom a paper is for, why, and until when it may be kept: it all goes into the ledger. */
export function PaperFor({ reader, look, onChange }: Props) {
  const { plans, register } = useTexts();
  const texts = plans.print;
  const set = (change: Partial<PaperReader>) => onChange({ ...reader, ...change });
  return (
    <>
      <OneOf
        label={texts.kind}
        hint={register.bases[lookFor(reader.kind, look).basis]}
        value={reader.kind}
        names={register.recipients}
        onChange={(kind) => set({ kind })}
      />
      <Words
        label={texts.recipient}
        hint={texts.recipientHint}
        value={reader.recipient}
        most={60}
        error={reader.recipient.trim() === '' ? texts.recipientMissing : undefined}
        onChange={(recipient) => set({ recipient })}
      />
      <Words
        label={register.disclosure.purpose}
        value={reader.purpose}
        most={200}
        onChange={(purpose) => set({ purpose })}
      />
      <Day
        label={register.disclosure.keepUntil}
        value={reader.keepUntil}
        onChange={(keepUntil) => set({ keepUntil })}
      />
      <p className={`soft small ${styles.facts}`}>{texts.ledger}</p>
    </>
  );
}

/** Hands a file to whoever sits there. */
export function saveFile(file: Blob, name: string, type = 'application/pdf') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
