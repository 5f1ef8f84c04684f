import { Link } from 'wouter';
import type { Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf, At } from '../../../ui/AsOf/AsOf';
import { holdsPeople } from '../find';
import { People } from '../People';
import { ShelterMark } from '../ShelterMark';
import styles from '../shelters.module.css';

interface Props {
  shelters: readonly Shelter[];
  /** Those that may be told to open; where there are none nothing can be chosen. */
  instructable: readonly Shelter[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  saidEveryMinutes: number;
}

/** The shelters, a row each. Narrow enough for a phone. */
export function ShelterTable({ shelters, instructable, chosen, onChoose, saidEveryMinutes }: Props) {
  const texts = useTexts().shelters;
  const all = instructable.length > 0 && instructable.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => onChoose(chosen.symmetricDifference(new Set([id])));
  return (
    <table className={styles.shelters}>
      <thead>
        <tr>
          {instructable.length > 0 && (
            <th scope="col">
              <Tick
                name={texts.chooseAll}
                checked={all}
                onChange={() => onChoose(all ? new Set() : new Set(instructable.map(({ id }) => id)))}
              />
            </th>
          )}
          <th scope="col">{texts.columns.name}</th>
          <th scope="col">{texts.columns.state}</th>
          <th scope="col">{texts.columns.people}</th>
        </tr>
      </thead>
      <tbody>
        {shelters.map((shelter) => (
          <tr key={shelter.id}>
            {instructable.length > 0 && (
              <td>
                {instructable.includes(shelter) && (
                  <Tick
                    name={texts.choose(shelter.name)}
                    checked={chosen.has(shelter.id)}
                    onChange={() => toggle(shelter.id)}
                  />
                )}
              </td>
            )}
            <th scope="row">
              <Link href={`/shelters/${shelter.id}`}>{shelter.name}</Link>
              <span className={styles.under}>
                {[shelter.kind !== 'SITE' && texts.kinds[shelter.kind], shelter.district?.name]
                  .filter(Boolean)
                  .join('・')}
              </span>
            </th>
            <td>
              <ShelterMark shelter={shelter} />
              <span className={styles.under}>
                <Told shelter={shelter} saidEveryMinutes={saidEveryMinutes} />
              </span>
            </td>
            <td className={styles.number}>
              <People shelter={shelter} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tick({ name, checked, onChange }: { name: string; checked: boolean; onChange: () => void }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="visually-hidden">{name}</span>
    </label>
  );
}

/** As of when it stands so; where people are, it grows old. */
export function Told({ shelter, saidEveryMinutes }: { shelter: Shelter; saidEveryMinutes: number }) {
  if (!shelter.asOf) return null;
  return holdsPeople(shelter) ? (
    <AsOf at={shelter.asOf} freshFor={saidEveryMinutes * 60} />
  ) : (
    <At at={shelter.since ?? shelter.asOf} />
  );
}
