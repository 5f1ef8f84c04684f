import { useState } from 'react';
import type { Disclosure } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Choice, Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import { isOutside } from '../../plans/PaperFor';
import { useDistrictNames } from '../PeoplePage/PeoplePage';
import { useConfirmDestruction, useDisclosures, useFetchCopy, useRecall } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';
import { DisclosureForm } from './DisclosureForm';

/** What was handed over, to whom, and what is still out there. */
export function DisclosuresPage() {
  const texts = useTexts().register;
  const disclosures = useDisclosures();
  const [openOnly, setOpenOnly] = useState(false);
  const listed = (disclosures.data?.disclosures ?? []).filter(({ open }) => open || !openOnly);
  return (
    <>
      <RegisterTabs here="disclosures" />
      <div className={styles.grid}>
        <Panel title={texts.disclosure.make}>
          <DisclosureForm />
        </Panel>
        <Panel
          title={texts.disclosure.list}
          aside={
            <Choice kind="checkbox" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
              {texts.disclosure.openOnly}
            </Choice>
          }
          flush
        >
          <ProblemNotice error={disclosures.error} />
          {disclosures.data && listed.length === 0 && (
            <Empty title={texts.disclosure.none}>{texts.disclosure.noneWhat}</Empty>
          )}
          {listed.map((each) => (
            <Card key={each.id} disclosure={each} />
          ))}
        </Panel>
      </div>
    </>
  );
}

function Card({ disclosure }: { disclosure: Disclosure }) {
  const { register: texts, plans } = useTexts();
  const hazardNames = plans.hazards;
  const district = useDistrictNames();
  const [recalling, setRecalling] = useState(false);
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <h3>
          {texts.disclosure.number(disclosure.number)} {disclosure.recipient}
        </h3>
        <span>
          {texts.disclosure.subjects[disclosure.subject]}
          {disclosure.hazard && `（${hazardNames[disclosure.hazard]}）`}
        </span>
        <StatusMark status={disclosure.recallReason ? 'caution' : disclosure.open ? 'waiting' : 'success'}>
          {disclosure.recallReason
            ? texts.disclosure.recalled(disclosure.recallReason)
            : disclosure.open
              ? texts.disclosure.inForce
              : texts.disclosure.closed}
        </StatusMark>
      </div>
      <p className="soft small">
        {texts.recipients[disclosure.kind]}・{disclosure.purpose}・{texts.bases[disclosure.basis]}
        {disclosure.byOrdinance && `・${texts.disclosure.ordinance}`}
        <br />
        {disclosure.districts.map(district).join('・') || texts.disclosure.allDistricts}・
        {texts.disclosure.people(disclosure.people)}・<At at={disclosure.madeAt} />{' '}
        {texts.disclosure.by(disclosure.madeBy)}・{texts.disclosure.until(disclosure.keepUntil)}
      </p>
      <ul>
        {disclosure.copies.map((copy) => (
          <CopyRow key={copy.number} disclosure={disclosure} copy={copy} />
        ))}
      </ul>
      {!disclosure.recalledAt && disclosure.open && (
        <div>
          <Button look="danger" onClick={() => setRecalling(true)}>
            {texts.disclosure.recall}
          </Button>
        </div>
      )}
      {recalling && <RecallDialog disclosure={disclosure} onClose={() => setRecalling(false)} />}
    </article>
  );
}

function CopyRow({ disclosure, copy }: { disclosure: Disclosure; copy: Disclosure['copies'][number] }) {
  const texts = useTexts().register.disclosure;
  const fetchCopy = useFetchCopy();
  const confirm = useConfirmDestruction();
  const take = () =>
    fetchCopy.mutate(
      {
        look: {
          purpose: isOutside(disclosure.kind) ? 'PROVISION' : 'PLANNING',
          basis: disclosure.basis,
          ...(disclosure.emergency && { emergency: disclosure.emergency }),
        },
        disclosureId: disclosure.id,
        copy: copy.number,
      },
      { onSuccess: (file) => save(file as unknown as Blob, fileName(disclosure, copy.number)) },
    );
  return (
    <li className={styles.row}>
      <span>
        {texts.copy(copy.number)} {copy.holder}
      </span>
      {copy.destroyedAt ? (
        <StatusMark status="success">
          {texts.destroyed} <At at={copy.destroyedAt} /> {copy.confirmedBy}
        </StatusMark>
      ) : (
        <>
          <StatusMark status={disclosure.recalledAt ? 'caution' : copy.handedAt ? 'waiting' : 'off'}>
            {disclosure.recalledAt ? texts.toDestroy : copy.handedAt ? texts.handed : texts.notHanded}
          </StatusMark>
          {!disclosure.recalledAt && (
            <Button look="quiet" icon="download" busy={fetchCopy.isPending} onClick={take}>
              {texts.fetch[disclosure.subject]}
            </Button>
          )}
          <Button
            look="quiet"
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ disclosureId: disclosure.id, copy: copy.number })}
          >
            {texts.confirm}
          </Button>
        </>
      )}
      <ProblemNotice error={fetchCopy.error ?? confirm.error} />
    </li>
  );
}

function fileName({ number, subject }: Disclosure, copy: number): string {
  if (subject === 'REGISTER') return `meibo-${number}-${copy}.csv`;
  return subject === 'NOT_YET_SAFE' ? `anpi-${number}-${copy}.pdf` : `plans-${number}-${copy}.pdf`;
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function RecallDialog({ disclosure, onClose }: { disclosure: Disclosure; onClose: () => void }) {
  const all = useTexts();
  const texts = all.register.disclosure;
  const [reason, setReason] = useState('');
  const recall = useRecall();
  return (
    <Dialog title={texts.recallTitle} onClose={onClose}>
      <p>{texts.recallWhat}</p>
      <Field label={texts.recallReason}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={recall.error} />
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        <Button
          look="danger"
          busy={recall.isPending}
          onClick={() => recall.mutate({ disclosureId: disclosure.id, reason }, { onSuccess: onClose })}
        >
          {texts.recall}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
