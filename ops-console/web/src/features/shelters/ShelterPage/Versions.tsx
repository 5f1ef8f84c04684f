import type { PlaceVersion } from '../../../api/types';
import { type Texts, useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { written } from '../../map/draw/place';
import styles from '../shelters.module.css';

/** How what is on file of a place by hand came to be: who entered and corrected what, the newest first. */
export function Versions({ versions }: { versions: readonly PlaceVersion[] }) {
  const all = useTexts();
  const texts = all.shelters.versions;
  return (
    <ol className={styles.course}>
      {versions.map((version, index) => {
        const before = versions[index + 1];
        return (
          <li key={version.number} className={styles.line}>
            <strong>{before ? texts.corrected : texts.first}</strong>
            <span className={styles.under}>
              <At at={version.at} /> {all.sites.detail.saidBy(version.by)}
            </span>
            {version.reason && <p>{version.reason}</p>}
            <dl className={styles.changes}>
              {changes(version, before, all).map(({ field, from, to }) => (
                <Change key={field} name={texts.fields[field]}>
                  {before ? texts.fromTo(from || texts.nothing, to || texts.nothing) : to}
                </Change>
              ))}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}

function Change({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

type FieldName = keyof Texts['shelters']['versions']['fields'];

/** What differs from the version before; of the first, everything that was said. */
function changes(version: PlaceVersion, before: PlaceVersion | undefined, texts: Texts) {
  const now = said(version, texts);
  const then = before && said(before, texts);
  return (Object.keys(now) as FieldName[])
    .map((field) => ({ field, from: then?.[field] ?? '', to: now[field] }))
    .filter(({ from, to }) => from !== to);
}

function said(version: PlaceVersion, { shelters }: Texts): Record<FieldName, string> {
  const { location } = version;
  return {
    name: version.name,
    kind: shelters.kinds[version.kind],
    where: location ? written([location.longitude, location.latitude]) : '',
    address: version.address,
    district: version.district?.name ?? '',
    capacity: version.capacity === undefined ? '' : shelters.people(version.capacity),
    announced: version.announced ? shelters.versions.told : shelters.versions.untold,
    toldBy: version.toldBy,
  };
}
