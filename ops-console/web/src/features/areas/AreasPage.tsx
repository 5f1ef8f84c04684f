import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { useOrders } from '../../api/queries';
import type { AreaSet } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { Empty, Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { evacuationOf, noticeOf } from '../map/draw/handOver';
import { hasRole, useSession } from '../session/session';
import styles from './areas.module.css';
import { useAreaSets, useRemoveAreaSet, useSaveAreaSet } from './queries';

interface Draft {
  name: string;
  districts: ReadonlySet<string>;
  towns: readonly string[];
}

const nothing: Draft = { name: '', districts: new Set(), towns: [] };

/** Named sets of districts: by file or by hand, ready to be chosen at once. */
export function AreasPage() {
  const texts = useTexts().areas;
  const session = useSession();
  const asked = useAreaSets();
  const [draft, setDraft] = useState(nothing);
  const may = hasRole(session, 'DUTY_OFFICER', 'ADMINISTRATOR');
  usePageTitle(texts.title, session.mode);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.title}</h1>
        {asked.data && <AsOf at={asked.data.asOf} />}
        <Link href="/sites">{texts.toSites}</Link>
        {hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'ADMINISTRATOR') && (
          <Link href="/imports/of/AREA_SETS">{texts.imports}</Link>
        )}
        <p className="soft small">{texts.what}</p>
      </header>
      <div className={styles.grid}>
        <Panel title={texts.saved} flush>
          <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
          {asked.isPending && <Skeleton rows={4} />}
          {asked.data?.areaSets.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
          {asked.data?.areaSets.map((set) => (
            <Card
              key={set.id}
              set={set}
              {...(may && {
                onEdit: () => setDraft({ name: set.name, districts: new Set(set.districts), towns: set.towns }),
              })}
            />
          ))}
        </Panel>
        <Panel title={texts.write} aside={draft.districts.size > 0 && texts.chosen(draft.districts.size)}>
          {may ? <Writing draft={draft} onChange={setDraft} /> : <p className="soft">{texts.mayNot}</p>}
        </Panel>
      </div>
    </>
  );
}

function useNames(): ReadonlyMap<string, string> {
  const districts = useOrders().data?.districts ?? [];
  return new Map(districts.map(({ district }) => [district.code, district.name]));
}

function Card({ set, onEdit }: { set: AreaSet; onEdit?: () => void }) {
  const texts = useTexts().areas;
  const common = useTexts().common;
  const names = useNames();
  const session = useSession();
  const [sure, setSure] = useState(false);
  const removing = useRemoveAreaSet();
  return (
    <article className={styles.card}>
      <div className={styles.line}>
        <h3>{set.name}</h3>
        <span className="soft small">{texts.districts(set.districts.length)}</span>
      </div>
      <p className="small">{common.list(set.districts.map((code) => names.get(code) ?? code))}</p>
      {set.gone.length > 0 && <Notice tone="caution">{texts.gone(common.list(set.gone))}</Notice>}
      {set.towns.length > 0 && <p className="soft small">{texts.towns(common.list(set.towns))}</p>}
      <div className={styles.line}>
        {hasRole(session, 'DUTY_OFFICER') && set.districts.length > 0 && (
          <>
            <Link href={evacuationOf(set.districts)}>{texts.evacuate}</Link>
            <Link href={noticeOf(set.districts)}>{texts.notice}</Link>
          </>
        )}
        {onEdit && !sure && (
          <>
            <Button onClick={onEdit}>{texts.edit}</Button>
            <Button onClick={() => setSure(true)}>{texts.remove}</Button>
          </>
        )}
        {sure && (
          <>
            <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate(set.id)}>
              {texts.removeSure(set.name)}
            </Button>
            <Button onClick={() => setSure(false)}>{texts.keep}</Button>
          </>
        )}
      </div>
      <ProblemNotice error={removing.error} />
    </article>
  );
}

function Writing({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const texts = useTexts().areas;
  const names = useNames();
  const saving = useSaveAreaSet();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.districts.size === 0 || saving.isPending) return;
    saving.mutate(
      { name: draft.name, districts: [...draft.districts], towns: [...draft.towns] },
      { onSuccess: () => onChange(nothing) },
    );
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <Field label={texts.name} hint={texts.nameHint}>
        {(wiring) => (
          <input
            {...wiring}
            required
            maxLength={60}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <fieldset className={styles.plain}>
        <legend>{texts.choose}</legend>
        <div className={styles.districts}>
          {[...names].map(([code, name]) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={draft.districts.has(code)}
                onChange={() => onChange({ ...draft, districts: draft.districts.symmetricDifference(new Set([code])) })}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      {draft.districts.size === 0 && <p className="soft small">{texts.nothingChosen}</p>}
      <ProblemNotice error={saving.error} />
      {saving.data && <Notice tone="success">{texts.done(saving.data.name)}</Notice>}
      <div>
        <Button type="submit" look="primary" busy={saving.isPending} aria-disabled={draft.districts.size === 0}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
