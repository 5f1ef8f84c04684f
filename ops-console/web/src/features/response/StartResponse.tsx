import { type FormEvent, useState } from 'react';
import type { Hazard } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Choice, Choices, Field } from '../../ui/Field/Field';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useRegister } from '../register/queries';
import { useStart } from './queries';
import room from './response.module.css';

const hazards: readonly Hazard[] = ['FLOOD', 'LANDSLIDE', 'STORM_SURGE', 'TSUNAMI', 'EARTHQUAKE', 'FIRE', 'VOLCANO'];

/** Calls people up without waiting for an order. */
export function StartResponse({ extend = false }: { extend?: boolean }) {
  const texts = useTexts().response.start;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look={extend ? 'quiet' : 'plain'} onClick={() => setAsking(true)}>
        {extend ? texts.extend : texts.open}
      </Button>
      {asking && <StartDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const all = useTexts();
  const texts = all.response.start;
  const start = useStart();
  const districts = (useRegister().data?.districts ?? []).filter(({ people }) => people > 0);
  const [hazard, setHazard] = useState<Hazard>('FLOOD');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const people = districts
    .filter(({ district }) => chosen.has(district.code))
    .reduce((sum, district) => sum + district.people, 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.size === 0 || start.isPending) return;
    start.mutate({ districts: [...chosen], hazard }, { onSuccess: onClose });
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{texts.what}</p>
        <Field label={texts.hazard}>
          {(wiring) => (
            <select {...wiring} value={hazard} onChange={(event) => setHazard(event.target.value as Hazard)}>
              {hazards.map((each) => (
                <option key={each} value={each}>
                  {all.hazard[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Choices legend={texts.districts} hint={tried && chosen.size === 0 ? texts.choose : undefined}>
          <div className={room.choices}>
            {districts.map(({ district, people: count }) => (
              <Choice
                key={district.code}
                kind="checkbox"
                checked={chosen.has(district.code)}
                onChange={() => setChosen(chosen.symmetricDifference(new Set([district.code])))}
              >
                {texts.count(district.name, count)}
              </Choice>
            ))}
          </div>
        </Choices>
        <ProblemNotice error={start.error} />
        <DialogButtons>
          <Button onClick={onClose}>{all.common.cancel}</Button>
          <Button type="submit" look="primary" busy={start.isPending}>
            {texts.go(people)}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
