import { type FormEvent, useState } from 'react';
import type { Disclosure, HandOverWish, ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Choice, Choices, Field } from '../../ui/Field/Field';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { ReasonDialog } from '../dispatch/ReasonDialog/ReasonDialog';
import { saveFile } from '../plans/PaperFor';
import { useFetchHandOver, useHandOvers, useMakeHandOver, useRecallHandOver } from './queries';
import styles from './HandOverPanel.module.css';
import room from './response.module.css';

const kinds: readonly HandOverWish['kind'][] = [
  'FIRE',
  'POLICE',
  'COMMISSIONER',
  'WELFARE_COUNCIL',
  'VOLUNTARY_GROUP',
  'OTHER',
];

/** The list on its way to those who look for people: numbered, by which provision, and back again. */
export function HandOverPanel({ page }: { page: ResponsePage }) {
  const texts = useTexts().response.handOver;
  const [asking, setAsking] = useState(false);
  const made = (useHandOvers().data?.handOvers ?? []).filter(({ madeAt }) => madeAt >= page.response.startedAt);
  const running = !page.response.endedAt;
  if (!running && made.length === 0) return null;
  return (
    <Panel title={texts.title}>
      {running && page.figures.notYetSafe > 0 && (
        <Button icon="print" onClick={() => setAsking(true)}>
          {texts.make(page.figures.notYetSafe)}
        </Button>
      )}
      <p className="soft small">{texts.what}</p>
      {made.length > 0 && (
        <ul className={styles.handOvers}>
          {made.map((each) => (
            <HandOver key={each.id} made={each} />
          ))}
        </ul>
      )}
      {asking && <MakeDialog page={page} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function HandOver({ made }: { made: Disclosure }) {
  const all = useTexts();
  const texts = all.response.handOver;
  const [recalling, setRecalling] = useState(false);
  const file = useFetchHandOver();
  const recall = useRecallHandOver();
  const save = (copy: number, format: 'PDF' | 'CSV') =>
    file.mutate(
      { disclosureId: made.id, copy, format },
      {
        onSuccess: (content) =>
          saveFile(content as unknown as Blob, `anpi-${made.number}-${copy}.${format.toLowerCase()}`, types[format]),
      },
    );
  return (
    <li>
      <p>
        <strong>{all.register.disclosure.number(made.number)}</strong> {made.recipient}{' '}
        {all.register.disclosure.people(made.people)} <At at={made.madeAt} />
      </p>
      {made.recalledAt ? (
        <p className="soft">
          {all.register.disclosure.recalled(made.recallReason ?? '')} <At at={made.recalledAt} />
        </p>
      ) : (
        <div className={room.buttons}>
          {made.copies.map((copy) => (
            <span key={copy.number} className={styles.copy}>
              <span className="small">{copy.holder}</span>
              <Button look="quiet" icon="print" busy={file.isPending} onClick={() => save(copy.number, 'PDF')}>
                {texts.paper}
              </Button>
              <Button look="quiet" icon="download" busy={file.isPending} onClick={() => save(copy.number, 'CSV')}>
                {texts.table}
              </Button>
            </span>
          ))}
          <Button look="quiet" onClick={() => setRecalling(true)}>
            {texts.recall}
          </Button>
        </div>
      )}
      <ProblemNotice error={file.error} />
      {recalling && (
        <ReasonDialog
          title={texts.recallTitle(made.number)}
          label={texts.reason}
          hint=""
          action={texts.recall}
          busy={recall.isPending}
          error={recall.error}
          onGo={(reason) => recall.mutate({ disclosureId: made.id, reason }, { onSuccess: () => setRecalling(false) })}
          onClose={() => setRecalling(false)}
        >
          <p>{texts.recallWhat}</p>
        </ReasonDialog>
      )}
    </li>
  );
}

const types = { PDF: 'application/pdf', CSV: 'text/csv' } as const;

function inAWeek(): string {
  const day = new Date();
  day.setDate(day.getDate() + 7);
  return day.toLocaleDateString('sv-SE');
}

function MakeDialog({ page, onClose }: { page: ResponsePage; onClose: () => void }) {
  const all = useTexts();
  const texts = all.response.handOver;
  const make = useMakeHandOver();
  const [kind, setKind] = useState<HandOverWish['kind']>('FIRE');
  const [recipient, setRecipient] = useState('');
  const [holders, setHolders] = useState('');
  const [purpose, setPurpose] = useState<string>(texts.usualPurpose);
  const [keepUntil, setKeepUntil] = useState(inAWeek);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const names = holders
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const missing = (text: string) => (tried && text.trim() === '' ? texts.missing : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (make.isPending || recipient.trim() === '' || purpose.trim() === '' || names.length === 0) return;
    make.mutate(
      {
        response: page.response.id,
        kind,
        recipient: recipient.trim(),
        purpose: purpose.trim(),
        districts: [...chosen],
        keepUntil,
        holders: names,
      },
      { onSuccess: onClose },
    );
  };
  const districts = page.districts.filter(({ figures }) => figures.notYetSafe > 0);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} noValidate className={room.stack}>
        <p>{texts.legal}</p>
        <Field label={all.register.disclosure.kind}>
          {(wiring) => (
            <select {...wiring} value={kind} onChange={(event) => setKind(event.target.value as HandOverWish['kind'])}>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {all.register.recipients[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={all.register.disclosure.recipient} error={missing(recipient)}>
          {(wiring) => (
            <input
              {...wiring}
              maxLength={100}
              value={recipient}
              onChange={(event) => setRecipient(event.target.value)}
            />
          )}
        </Field>
        <Field label={all.register.disclosure.holders} error={missing(holders)}>
          {(wiring) => (
            <textarea {...wiring} rows={2} value={holders} onChange={(event) => setHolders(event.target.value)} />
          )}
        </Field>
        <Field label={all.register.disclosure.purpose} error={missing(purpose)}>
          {(wiring) => (
            <input {...wiring} maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
          )}
        </Field>
        <Field label={all.register.disclosure.keepUntil}>
          {(wiring) => (
            <input {...wiring} type="date" value={keepUntil} onChange={(event) => setKeepUntil(event.target.value)} />
          )}
        </Field>
        {districts.length > 1 && (
          <Choices legend={all.response.district} hint={chosen.size === 0 ? all.response.allDistricts : undefined}>
            <div className={room.choices}>
              {districts.map(({ district, figures }) => (
                <Choice
                  key={district.code}
                  kind="checkbox"
                  checked={chosen.has(district.code)}
                  onChange={() => setChosen(chosen.symmetricDifference(new Set([district.code])))}
                >
                  {all.response.start.count(district.name, figures.notYetSafe)}
                </Choice>
              ))}
            </div>
          </Choices>
        )}
        <ProblemNotice error={make.error} />
        <DialogButtons>
          <Button onClick={onClose}>{all.common.cancel}</Button>
          <Button type="submit" look="primary" busy={make.isPending}>
            {texts.submit}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
