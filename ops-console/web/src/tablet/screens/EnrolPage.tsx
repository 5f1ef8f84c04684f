import { type FormEvent, useState } from 'react';
import { Problem } from '../../api/problem';
import type { Session } from '../../api/types';
import { shortestPin } from '../../offline/seal';
import { useTexts } from '../../i18n/language';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Big } from '../parts/Big';
import { ChooseOne } from '../parts/Choose';
import { Entry } from '../parts/Entry';
import parts from '../parts/parts.module.css';
import { useStation } from '../parts/tablet';
import type { KnownShelter } from '../storage/safe';
import { enrol, listShelters, signIn } from '../sync/enrolment';

/** Makes a device that is none yet the tablet of a shelter: somebody signs in, chooses, and is signed out again. */
export function EnrolPage() {
  const texts = useTexts().tablet.door;
  const [entered, setEntered] = useState<{ session: Session; shelters: KnownShelter[] } | null>(null);
  return (
    <main className={parts.page}>
      <h1>{texts.enrolTitle}</h1>
      <p>{texts.enrolWhat}</p>
      {entered ? <ChooseForm {...entered} /> : <SignInForm onEntered={setEntered} />}
    </main>
  );
}

function SignInForm({ onEntered }: { onEntered: (entered: { session: Session; shelters: KnownShelter[] }) => void }) {
  const texts = useTexts().tablet.door;
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const session = await signIn(account.trim(), password);
      onEntered({ session, shelters: await listShelters() });
    } catch (error) {
      setProblem(Problem.of(error));
    }
  };
  return (
    <form className={parts.page} onSubmit={(event) => void submit(event)}>
      <Entry label={texts.account} autoCapitalize="none" required value={account} onChange={setAccount} />
      <Entry label={texts.password} type="password" required value={password} onChange={setPassword} />
      {problem && <ProblemNotice error={problem} />}
      <Big type="submit" look="primary" wide>
        {texts.signIn}
      </Big>
    </form>
  );
}

function ChooseForm({ session, shelters }: { session: Session; shelters: KnownShelter[] }) {
  const all = useTexts();
  const texts = all.tablet.door;
  const station = useStation();
  const [shelter, setShelter] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [by, setBy] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const digits = pin.normalize('NFKC');
  const faults = {
    shelter: shelter === null ? texts.chooseShelter : undefined,
    name: name.trim() === '' ? texts.nameMissing : undefined,
    pin: /^\d+$/.test(digits) && digits.length >= shortestPin ? undefined : texts.pinShort,
    again: again.normalize('NFKC') === digits ? undefined : texts.pinDiffers,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setProblem(null);
    if (shelter === null || Object.values(faults).some(Boolean)) return;
    try {
      await station.enrol(await enrol(session, name.trim(), shelter, shelters), digits, by.trim());
    } catch (error) {
      setProblem(Problem.of(error));
    }
  };
  const names = Object.fromEntries(shelters.map((each) => [each.id, each.name]));
  if (shelters.length === 0) return <p>{texts.noShelters}</p>;
  return (
    <form className={parts.page} onSubmit={(event) => void submit(event)} noValidate>
      <ChooseOne
        label={texts.shelter}
        values={shelters.map(({ id }) => id)}
        names={names}
        value={shelter}
        onChange={setShelter}
      />
      {tried && faults.shelter && (
        <p className={parts.error} role="alert">
          {faults.shelter}
        </p>
      )}
      <Entry
        label={texts.deviceName}
        hint={texts.deviceNameHint}
        maxLength={40}
        error={tried ? faults.name : undefined}
        value={name}
        onChange={setName}
      />
      <p>{texts.pinNew}</p>
      <Entry
        label={texts.pin}
        type="password"
        inputMode="numeric"
        maxLength={20}
        error={tried ? faults.pin : undefined}
        value={pin}
        onChange={setPin}
      />
      <Entry
        label={texts.pinAgain}
        type="password"
        inputMode="numeric"
        maxLength={20}
        error={tried ? faults.again : undefined}
        value={again}
        onChange={setAgain}
      />
      <Entry label={texts.by} maxLength={60} value={by} onChange={setBy} />
      {problem && <ProblemNotice error={problem} />}
      <Big type="submit" look="primary" wide>
        {texts.enrol}
      </Big>
    </form>
  );
}
