import { type FormEvent, useState } from 'react';
import type { FacilityPhone } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useFacilityPhone } from './queries';
import room from './response.module.css';

const dashes = /[‐‑‒–—―−ー]/g;

/** A number as it is typed in Japanese, with the signs that are dialled. */
export function plainNumber(typed: string): string {
  return typed.normalize('NFKC').replace(dashes, '-').replace(/\s/g, '');
}

/** Under which number the hub telephones a facility; staff write another in the place of the list's, or none. */
export function FacilityNumber({ facility }: { facility: { id: string; phone?: FacilityPhone } }) {
  const texts = useTexts().response.facilities.number;
  const { phone } = facility;
  const [typed, setTyped] = useState(phone?.number ?? '');
  const writing = useFacilityPhone(facility.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = plainNumber(typed);
    if (!writing.isPending) writing.mutate(number === '' ? {} : { number });
  };
  return (
    <form onSubmit={submit} noValidate className={room.stack}>
      <Field label={texts.label} hint={texts.hint}>
        {(wiring) => (
          <input
            {...wiring}
            type="tel"
            maxLength={30}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <p className="soft small">
        {phone?.by && phone.at ? (
          <>
            {texts.written(phone.by)} <At at={phone.at} />
          </>
        ) : (
          phone && texts.listed
        )}
      </p>
      <ProblemNotice error={writing.error} />
      <div className={room.deeds}>
        <Button type="submit" busy={writing.isPending}>
          {texts.save}
        </Button>
        {writing.isSuccess && <span role="status">{texts.saved}</span>}
      </div>
    </form>
  );
}
