import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import styles from '../register/register.module.css';
import { hasRole, useSession } from '../session/session';
import { useLiftProtection, useNoteProtection, useProtections } from './inquiries';
import { TextField } from './TextField';

const blank = { name: '', kana: '', birth: '', remark: '' };

/** Of whom nobody who asks is told anything. Everybody may add; the welfare office sees and ends. */
export function Protections() {
  const texts = useTexts().evacuees.protection;
  const [who, setWho] = useState(blank);
  const note = useNoteProtection();
  const set = (change: Partial<typeof blank>) => setWho({ ...who, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { birth, ...rest } = who;
    note.mutate({ ...rest, ...(birth && { birth }) }, { onSuccess: () => setWho(blank) });
  };
  return (
    <Panel title={texts.title}>
      <form className={styles.form} onSubmit={submit}>
        <p className="soft small">{texts.what}</p>
        <TextField label={texts.name} longest={60} value={who.name} onChange={(name) => set({ name })} />
        <TextField label={texts.kana} longest={60} required value={who.kana} onChange={(kana) => set({ kana })} />
        <TextField
          label={texts.birth}
          type="date"
          longest={10}
          required
          value={who.birth}
          onChange={(birth) => set({ birth })}
        />
        <TextField label={texts.remark} longest={200} value={who.remark} onChange={(remark) => set({ remark })} />
        <ProblemNotice error={note.error} />
        {note.isSuccess && <Notice tone="success" title={texts.noted} />}
        <Button type="submit" busy={note.isPending}>
          {texts.submit}
        </Button>
      </form>
      <List />
    </Panel>
  );
}

function List() {
  const texts = useTexts().evacuees.protection;
  const listed = useProtections(hasRole(useSession(), 'WELFARE_STAFF'));
  const lift = useLiftProtection();
  return (
    <>
      {listed.data?.protections.map(({ id, who, notedAt, notedBy }) => (
        <div key={id} className={styles.card}>
          <strong>{who.name || who.kana}</strong>
          <p className="soft small">
            {who.kana} {who.birth} {who.remark}
            <br />
            <At at={notedAt} /> {notedBy}
          </p>
          <div>
            <Button busy={lift.isPending} onClick={() => lift.mutate(id)}>
              {texts.lift(who.name || who.kana)}
            </Button>
          </div>
        </div>
      ))}
      <ProblemNotice error={lift.error} />
    </>
  );
}
