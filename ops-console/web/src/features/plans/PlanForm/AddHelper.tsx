import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { Look } from '../../register/Look/look';
import type { LoadedSupporter, SupporterEntry } from '../plan';
import styles from '../plans.module.css';
import { useSaveSupporter, useSupporters, useSupporterSearch } from '../queries';
import { Count, Day, OneOf, Words } from './controls';
import { HelperLine } from './HelpersForm';

interface Props {
  look: Look;
  district: string | undefined;
  near: readonly LoadedSupporter[];
  chosen: readonly string[];
  onAdd: (supporter: LoadedSupporter) => void;
}

/** Finds somebody who helps among those of the district, or registers them. */
export function AddHelper({ look, district, near, chosen, onAdd }: Props) {
  const texts = useTexts().plans.helpers;
  const [asked, setAsked] = useState(false);
  const [search, setSearch] = useState('');
  const [registering, setRegistering] = useState(false);
  const inDistrict = useSupporters(look, district, asked);
  const everywhere = useSupporterSearch(look);
  const all = everywhere.data?.items ?? inDistrict.data?.items.filter(named(search)) ?? near.filter(named(search));
  const offered = all.filter(({ id, entry }) => !entry.gone && !chosen.includes(id)).slice(0, 12);
  const words = search.trim();
  const searchEverywhere = () => words.length >= shortest && everywhere.mutate(words);
  return (
    <div className={styles.card}>
      <strong>{texts.add}</strong>
      <Words
        label={texts.search}
        hint={texts.searchHint}
        value={search}
        most={40}
        onChange={(typed) => {
          setSearch(typed);
          everywhere.reset();
        }}
      />
      {inDistrict.isFetching && <Skeleton rows={2} />}
      <ProblemNotice error={everywhere.error ?? inDistrict.error} />
      <ul className={styles.list} aria-label={texts.add}>
        {offered.map((each) => (
          <li key={each.id} className={styles.row}>
            <HelperLine supporter={each} name={each.entry.name} />
            <Button onClick={() => onAdd(each)}>{texts.addThis(each.entry.name)}</Button>
          </li>
        ))}
      </ul>
      {(everywhere.data ?? inDistrict.data) && offered.length === 0 && <p role="status">{texts.noneFound}</p>}
      <div className={styles.row}>
        <Button
          icon="search"
          busy={everywhere.isPending}
          aria-disabled={words.length < shortest}
          onClick={searchEverywhere}
        >
          {texts.searchEverywhere}
        </Button>
        {!asked && (
          <Button icon="search" onClick={() => setAsked(true)}>
            {texts.showList}
          </Button>
        )}
        <Button icon="pen" onClick={() => setRegistering(true)}>
          {texts.fresh}
        </Button>
      </div>
      {!asked && <span className="soft small">{texts.recorded}</span>}
      {registering && (
        <NewHelper
          district={district}
          onClose={() => setRegistering(false)}
          onMade={(made) => {
            setRegistering(false);
            onAdd(made);
          }}
        />
      )}
    </div>
  );
}

/** A single letter would be everybody. */
const shortest = 2;

function named(search: string): (supporter: LoadedSupporter) => boolean {
  return ({ entry }) => entry.name.includes(search.trim());
}

interface NewProps {
  district: string | undefined;
  onClose: () => void;
  onMade: (made: LoadedSupporter) => void;
}

function NewHelper({ district, onClose, onMade }: NewProps) {
  const all = useTexts();
  const texts = all.plans.helpers;
  const [id] = useState(() => crypto.randomUUID());
  const [entry, setEntry] = useState<SupporterEntry>({
    version: 0,
    kind: 'PERSON',
    name: '',
    maxLoad: 2,
    consent: 'UNANSWERED',
    gone: false,
    ...(district && { district }),
  });
  const [tried, setTried] = useState(false);
  const save = useSaveSupporter();
  const set = (change: Partial<SupporterEntry>) => setEntry({ ...entry, ...change });
  const submit = async () => {
    setTried(true);
    if (entry.name.trim() === '' || save.isPending) return;
    const filled = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '')) as SupporterEntry;
    await save.mutateAsync({ id, body: filled }).then(onMade, () => {});
  };
  return (
    <Dialog title={texts.fresh} onClose={onClose}>
      <div className={styles.stack}>
        <Words
          label={texts.name}
          value={entry.name}
          most={100}
          error={tried && entry.name.trim() === '' ? texts.nameNeeded : undefined}
          onChange={(name) => set({ name })}
        />
        <div className={styles.pair}>
          <OneOf label={texts.kind} value={entry.kind} names={texts.kinds} onChange={(kind) => set({ kind })} />
          <Words
            label={texts.phone}
            value={entry.phone}
            most={40}
            inputMode="tel"
            onChange={(phone) => set({ phone })}
          />
          <Words label={texts.address} value={entry.address} most={200} onChange={(address) => set({ address })} />
          <Words label={texts.hoursField} value={entry.hours} most={200} onChange={(hours) => set({ hours })} />
          <Count
            label={texts.most}
            value={entry.maxLoad}
            min={1}
            max={100}
            onChange={(most) => set({ maxLoad: most ?? 1 })}
          />
          <OneOf
            label={texts.consent}
            value={entry.consent}
            names={all.plans.consent.answers}
            onChange={(consent) => set({ consent })}
          />
        </div>
        {entry.consent === 'GIVEN' && (
          <Day label={texts.consentOn} value={entry.consentOn ?? ''} onChange={(consentOn) => set({ consentOn })} />
        )}
        <ProblemNotice error={save.error} />
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        <Button look="primary" busy={save.isPending} onClick={() => void submit()}>
          {texts.register}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
