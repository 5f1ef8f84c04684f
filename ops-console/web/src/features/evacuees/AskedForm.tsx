import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Select } from '../register/PersonPage/ConsentPanel';
import styles from '../register/register.module.css';
import { type Asked, useTakeInquiry } from './inquiries';
import { TextField } from './TextField';

const relations = ['LIVING_TOGETHER', 'RELATIVE', 'CONNECTED', 'ACQUAINTANCE'] as const;
const proofs = ['NONE', 'DRIVING_LICENCE', 'NUMBER_CARD', 'PASSPORT', 'RESIDENCE_CARD', 'OTHER_DOCUMENT'] as const;

const blank: Asked & { birth: string } = {
  relation: 'RELATIVE',
  proof: 'NONE',
  asker: '',
  askerAddress: '',
  askerContact: '',
  name: '',
  kana: '',
  birth: '',
  address: '',
  reason: '',
};

/** Who asks, and after whom. */
export function AskedForm({ onTaken }: { onTaken: (id: string) => void }) {
  const texts = useTexts().evacuees.inquiry;
  const [asked, setAsked] = useState(blank);
  const take = useTakeInquiry();
  const set = (change: Partial<typeof blank>) => setAsked({ ...asked, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { birth, ...rest } = asked;
    take.mutate(
      { ...rest, ...(birth && { birth }) },
      {
        onSuccess: ({ id }) => {
          setAsked(blank);
          onTaken(id);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={texts.asker}
        hint={texts.askerHint}
        longest={100}
        required
        value={asked.asker}
        onChange={(asker) => set({ asker })}
      />
      <TextField
        label={texts.askerAddress}
        longest={200}
        required
        value={asked.askerAddress}
        onChange={(askerAddress) => set({ askerAddress })}
      />
      <TextField
        label={texts.askerContact}
        longest={100}
        value={asked.askerContact}
        onChange={(askerContact) => set({ askerContact })}
      />
      <Select
        label={texts.relation}
        value={asked.relation}
        values={relations}
        names={texts.relations}
        onChange={(relation) => set({ relation })}
      />
      <Select
        label={texts.proof}
        value={asked.proof}
        values={proofs}
        names={texts.proofs}
        onChange={(proof) => set({ proof })}
      />
      <TextField label={texts.name} longest={60} required value={asked.name} onChange={(name) => set({ name })} />
      <TextField
        label={texts.kana}
        hint={texts.kanaHint}
        longest={60}
        value={asked.kana}
        onChange={(kana) => set({ kana })}
      />
      <TextField
        label={texts.birth}
        type="date"
        longest={10}
        value={asked.birth}
        onChange={(birth) => set({ birth })}
      />
      <TextField label={texts.address} longest={200} value={asked.address} onChange={(address) => set({ address })} />
      <TextField
        label={texts.reason}
        longest={200}
        required
        value={asked.reason}
        onChange={(reason) => set({ reason })}
      />
      <ProblemNotice error={take.error} />
      <Button type="submit" look="primary" busy={take.isPending}>
        {texts.submit}
      </Button>
    </form>
  );
}
