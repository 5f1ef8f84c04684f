import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Site } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../../session/session';
import { isOpen } from '../find';
import { OpeningMark } from '../OpeningMark';
import { useDescribeSite } from '../queries';
import { Dangers } from './Dangers';
import { History } from './History';
import styles from '../sites.module.css';

/** One site: what it is for, whether it is open, and what no list says. */
export function SiteDetail({ site, squareMetres }: { site: Site; squareMetres: number }) {
  const session = useSession();
  return (
    <Panel title={site.name}>
      <div className={styles.stack}>
        <Facts site={site} squareMetres={squareMetres} />
        <Dangers site={site} />
        <Opening site={site} />
        {hasRole(session, 'DUTY_OFFICER', 'ADMINISTRATOR') && <Description site={site} squareMetres={squareMetres} />}
        {hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'ADMINISTRATOR') && <History site={site} />}
      </div>
    </Panel>
  );
}

/** So many metres between two lists are no longer the other end of one building. */
const farApart = 200;

function Facts({ site, squareMetres }: { site: Site; squareMetres: number }) {
  const texts = useTexts().sites;
  return (
    <dl className={styles.facts}>
      <dt>{texts.detail.address}</dt>
      <dd>{site.address}</dd>
      <dt>{texts.detail.position}</dt>
      <dd>
        {site.location.latitude.toFixed(5)}, {site.location.longitude.toFixed(5)}
        {site.spread > farApart && <Notice tone="caution">{texts.detail.apart(site.spread)}</Notice>}
      </dd>
      <dt>{texts.detail.capacity}</dt>
      <dd>
        {site.capacity === undefined
          ? texts.unpublished
          : `${texts.people(site.capacity)}（${site.published === undefined ? texts.detail.byArea(squareMetres) : texts.detail.published}）`}
      </dd>
      <dt>{texts.detail.wheelchair}</dt>
      <dd>{texts.detail.wheelchairs[answerOf(site.wheelchair)]}</dd>
      <dt>{texts.detail.designations}</dt>
      <dd>
        <ul>
          {site.closed && <li>{texts.closedForGood}</li>}
          {site.designations.map((each) => (
            <li key={each.key}>
              {texts.kinds[each.kind]}
              {each.name !== site.name && `（${each.name}）`}
              {each.hazards.length > 0 && `: ${each.hazards.map((hazard) => texts.hazards[hazard]).join('・')}`}
              {each.accepts && ` ${texts.detail.accepts}: ${each.accepts}`}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function Opening({ site }: { site: Site }) {
  const texts = useTexts().sites;
  return (
    <section className={styles.stack} aria-label={texts.detail.opening}>
      <div>
        <h3>{texts.detail.opening}</h3>
        <OpeningMark site={site} />
        {site.opening && (
          <p className="soft small">
            {isOpen(site) && (
              <>
                {texts.detail.since} <At at={site.opening.since} />
                {' ・ '}
              </>
            )}
            <At at={site.opening.asOf} /> {texts.detail.saidBy(site.opening.by)}
          </p>
        )}
      </div>
      <p>
        <Link href={`/shelters/${site.id}`}>{texts.detail.toShelter}</Link>
      </p>
    </section>
  );
}

type Answer = 'yes' | 'no' | 'unknown';

const answerOf = (wheelchair: boolean | undefined): Answer =>
  wheelchair === undefined ? 'unknown' : wheelchair ? 'yes' : 'no';

function Description({ site, squareMetres }: { site: Site; squareMetres: number }) {
  const texts = useTexts().sites;
  const describe = useDescribeSite(site.id);
  const [wheelchair, setWheelchair] = useState(answerOf(site.wheelchair));
  const [area, setArea] = useState(site.floorArea?.toString() ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (describe.isPending) return;
    describe.mutate({
      ...(wheelchair !== 'unknown' && { wheelchair: wheelchair === 'yes' }),
      ...(area !== '' && { floorArea: Number(area) }),
    });
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <h3>{texts.detail.facts}</h3>
      <Field label={texts.detail.wheelchair}>
        {(wiring) => (
          <select {...wiring} value={wheelchair} onChange={(event) => setWheelchair(event.target.value as Answer)}>
            {(['unknown', 'yes', 'no'] as const).map((each) => (
              <option key={each} value={each}>
                {texts.detail.wheelchairs[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.detail.floorArea} hint={texts.detail.floorAreaHint(squareMetres)}>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            min="0"
            step="any"
            value={area}
            onChange={(event) => setArea(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={describe.error} />
      {describe.isSuccess && <Notice tone="success">{texts.detail.saved}</Notice>}
      <div>
        <Button type="submit" busy={describe.isPending}>
          {texts.detail.save}
        </Button>
      </div>
    </form>
  );
}
